import type { Story } from './kit/story.ts';
import { cameBack } from './park-ebikes/came-back.ts';
import { cured } from './park-ebikes/cured.ts';
import { sceneOf } from './park-ebikes/scene.ts';

/** Hami's case (HC1): e-bikes ride through a park; people and things keep them out, and somebody looks again later. */
export const parkEbikes: Story = {
  name: 'park-ebikes',
  title: 'e-bikes ride through a park, Hami, Yizhou district',
  city: 'hami',
  // A Tuesday morning within Xinjiang's office hours.
  startsAt: '2026-06-02T11:00:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    await cured(scene);
    await cameBack(scene);
  },
};
