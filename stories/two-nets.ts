import type { Story } from './kit/story.ts';
import { eachItsResult } from './two-nets/each-its-result.ts';
import { heardThrice } from './two-nets/heard-thrice.ts';
import { oneLead } from './two-nets/one-lead.ts';
import { sceneOf } from './two-nets/scene.ts';

/** 多网融合 (M8-2): the same appeal by telephone, by the grid and by 12315 is one thing with one lead; each net has its own number and its own result. */
export const twoNets: Story = {
  name: 'two-nets',
  title: 'one appeal through three nets gets one lead unit, Zhangzhou',
  city: 'zhangzhou',
  startsAt: '2026-05-20T10:00:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    try {
      const heard = await heardThrice(scene);
      const orders = await oneLead(scene, heard);
      await eachItsResult(scene, orders);
    } finally {
      await Promise.all([scene.grid.end(), scene.market.end()]);
    }
  },
};
