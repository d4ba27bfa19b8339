import { cleared } from './honest-unit/cleared.ts';
import { moreTime } from './honest-unit/more-time.ts';
import { parked } from './honest-unit/parked.ts';
import { sceneOf } from './honest-unit/scene.ts';
import type { Story } from './kit/story.ts';

/** 挂账, domain 2.7: a unit that says it cannot be solved now is not made to pretend. */
export const honestUnit: Story = {
  name: 'honest-unit',
  title: 'it cannot be solved now: parked, seen, brought on and cleared, Zhangzhou',
  city: 'zhangzhou',
  startsAt: '2026-05-20T09:00:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    await moreTime(scene);
    const orderId = await parked(scene);
    await cleared(scene, orderId);
  },
};
