import type { Story } from './kit/story.ts';
import { followed } from './ping-pong/followed.ts';
import { oneLeadAlways } from './ping-pong/one-lead.ts';
import { sceneOf } from './ping-pong/scene.ts';
import { threeRounds } from './ping-pong/three-rounds.ts';

/** 踢皮球, domain 2.6: three units, three rounds, and a ruling that is found the next time. */
export const pingPong: Story = {
  name: 'ping-pong',
  title: 'three units say it is another’s; the ruling becomes a row of the catalogue, Zhangzhou',
  city: 'zhangzhou',
  // An ordinary Wednesday morning.
  startsAt: '2026-05-20T09:00:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    const orderId = await threeRounds(scene);
    await oneLeadAlways(scene, orderId);
    await followed(scene);
  },
};
