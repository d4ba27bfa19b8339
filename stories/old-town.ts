import type { Story } from './kit/story.ts';
import { leftUnsettled } from './old-town/left.ts';
import { sceneOf } from './old-town/scene.ts';
import { settled } from './old-town/settled.ts';

/** 古城文旅诉求快处 (M4): a tourist's complaint is settled on the spot, before the train leaves. */
export const oldTown: Story = {
  name: 'old-town',
  title: 'a tourist’s complaint in the old town is settled before departure, Zhangzhou, Xiangcheng',
  city: 'zhangzhou',
  // A Saturday of the May holiday.
  startsAt: '2026-05-02T14:00:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    await settled(scene);
    await leftUnsettled(scene);
  },
};
