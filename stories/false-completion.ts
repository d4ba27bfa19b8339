import { contested } from './false-completion/contested.ts';
import { foundAtCallBack } from './false-completion/found-at-call-back.ts';
import { foundOnSite } from './false-completion/found-on-site.ts';
import { sceneOf } from './false-completion/scene.ts';
import type { Story } from './kit/story.ts';

/** 虚假办结, domain 2.8, 2.9 and T27: an answer that was not so, twice; and scores that are contested. */
export const falseCompletion: Story = {
  name: 'false-completion',
  title: 'an answer that was not so, found at a call-back and on site; scores contested, Zhangzhou',
  city: 'zhangzhou',
  // An ordinary Monday morning.
  startsAt: '2026-05-18T09:00:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    await foundAtCallBack(scene);
    await foundOnSite(scene);
    await contested(scene);
  },
};
