import type { Journey } from './kit/journey.ts';
import { acceptAtDesk } from './order-life/accepted.ts';
import { handUp } from './order-life/answered.ts';
import { sendToCounty } from './order-life/dispatched.ts';
import { callBackAndClose, reviewAnswer, trackAndRate } from './order-life/finished.ts';
import { workOnPhone } from './order-life/on-phone.ts';
import { passDown } from './order-life/passed-down.ts';
import { tellOnPhone } from './order-life/told.ts';

/** One order through every pair of hands: citizen, agent, dispatcher, county, township, village, reviewer, call-back. */
export const orderLife: Journey = {
  name: 'order-life',
  title: 'the whole life of one order, page by page',
  go: async (desk) => {
    const told = await tellOnPhone(desk);
    await acceptAtDesk(desk, told);
    await sendToCounty(desk, told);
    await passDown(desk, told);
    await workOnPhone(desk, told);
    await handUp(desk, told);
    await reviewAnswer(desk, told);
    await callBackAndClose(desk, told);
    await trackAndRate(desk, told);
  },
};
