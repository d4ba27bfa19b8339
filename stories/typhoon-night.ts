import type { Story } from './kit/story.ts';
import { boardAndEnd } from './typhoon-night/board-and-end.ts';
import { nobodyUnsigned } from './typhoon-night/nobody-unsigned.ts';
import { ordersOfTheNight } from './typhoon-night/orders-of-the-night.ts';
import { sceneOf } from './typhoon-night/scene.ts';
import { warned } from './typhoon-night/warned.ts';

/** 台风夜 (M1-6, M3-10): a person confirms the warning; whoever does not sign is rung; it ends by a person's word. */
export const typhoonNight: Story = {
  name: 'typhoon-night',
  title: 'a typhoon’s night: a confirmed warning, hundreds of orders in an hour, Zhangzhou',
  city: 'zhangzhou',
  // A Friday evening in the typhoon season.
  startsAt: '2026-08-07T20:30:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    const modeId = await warned(scene);
    const orderIds = await ordersOfTheNight(scene, modeId);
    const sums = await nobodyUnsigned(scene, orderIds);
    await boardAndEnd(scene, { modeId, orders: orderIds.length, sums });
  },
};
