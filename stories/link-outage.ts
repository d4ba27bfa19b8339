import type { Story } from './kit/story.ts';
import { cutUnderLoad } from './link-outage/cut-under-load.ts';
import { openLine } from './manhole/police-line.ts';

/** 断网十分钟 (M1-3): the line to 110 is cut under load, their side is killed in the middle; nothing is lost, nothing doubled. */
export const linkOutage: Story = {
  name: 'link-outage',
  title: 'the line between 12345 and 110 is cut for ten minutes, Zhangzhou',
  city: 'zhangzhou',
  startsAt: '2026-05-20T10:00:00+08:00',
  tell: async (stage) => {
    const line = await openLine(stage);
    try {
      await cutUnderLoad({ ...stage, line });
    } finally {
      await line.end();
    }
  },
};
