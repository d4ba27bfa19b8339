import type { Story } from './kit/story.ts';
import { byPhone } from './manhole/by-phone.ts';
import { byWeb } from './manhole/by-web.ts';
import { nobodySends } from './manhole/nobody-sends.ts';
import { openLine } from './manhole/police-line.ts';
import { sceneOf } from './manhole/scene.ts';

/** Case 1 of the rule book (C1): a cover is missing on a road at night; police and housing bureau go at once. */
export const manhole: Story = {
  name: 'manhole',
  title: 'a manhole cover is missing at night, Zhangzhou',
  city: 'zhangzhou',
  // An ordinary Wednesday of no examination.
  startsAt: '2026-05-20T23:10:00+08:00',
  tell: async (stage) => {
    const line = await openLine(stage);
    try {
      const scene = await sceneOf(stage, line);
      await byPhone(scene);
      await byWeb(scene);
      await nobodySends(scene);
    } finally {
      await line.end();
    }
  },
};
