import type { Story } from './kit/story.ts';
import { closedAndBack } from './typhoon-calendar/closed-and-back.ts';
import { explained } from './typhoon-calendar/explained.ts';
import { ordersSent } from './typhoon-calendar/orders-sent.ts';
import { sceneOf } from './typhoon-calendar/scene.ts';

/** 台风停工, domain 2.4: a corrected calendar moves a thousand deadlines, each explained. */
export const typhoonCalendar: Story = {
  name: 'typhoon-calendar',
  title: 'two days closed by a typhoon move the deadlines that cross them and no other, Zhangzhou',
  city: 'zhangzhou',
  // A Friday; the typhoon comes on Wednesday.
  startsAt: '2026-08-07T09:00:00+08:00',
  tell: async (stage) => {
    const scene = await sceneOf(stage);
    const sent = await ordersSent(scene);
    await closedAndBack(scene, sent);
    await explained(scene, sent);
  },
};
