import type { Story } from './kit/story.ts';
import { ended } from './media-tip/ended.ts';
import { published } from './media-tip/published.ts';
import { sceneOf } from './media-tip/scene.ts';
import { solved } from './media-tip/solved.ts';

/** 新闻+政务+服务 (H4): from a viewer's comment to a published result, nothing personal in it. */
export const mediaTip: Story = {
  name: 'media-tip',
  title: 'a viewer’s comment becomes an order, a story and a result anybody reads of, Hami',
  city: 'hami',
  // A Tuesday within Xinjiang's office hours.
  startsAt: '2026-06-02T11:00:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    const order = await ended(scene);
    const pieceId = await published(scene, order);
    await solved(scene, { ...order, pieceId });
  },
};
