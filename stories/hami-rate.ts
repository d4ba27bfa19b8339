import { halfUnreached, oneRating, twoYears } from './hami-rate/two-years.ts';
import type { Story } from './kit/story.ts';

/** 群众满意率 99.27 % → 99.8 % (H5): the city's formula is data, and what it leaves out stands beside it. */
export const hamiRate: Story = {
  name: 'hami-rate',
  title: 'the published satisfaction out of a formula that is data, with all its readings, Hami',
  city: 'hami',
  startsAt: '2026-01-05T10:00:00+08:00',
  tell: async (stage) => {
    twoYears(stage);
    oneRating(stage);
    halfUnreached(stage);
  },
};
