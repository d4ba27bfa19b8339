import { officialZone } from '@minsheng/contract/words/zone.ts';
import { beginBrief } from '../modules/briefs/begin-brief.ts';
import { dayAfter, dayOf } from '../platform/zone.ts';
import type { Staff } from './staff.ts';
import type { World } from './world.ts';

/** 周报 of the last seven days: begun by the analyst, counted by the worker that starts next. */
export async function tellOfTheWeek(world: World, staff: Staff): Promise<void> {
  const to = dayOf(world.clock.now().getTime(), officialZone);
  await world.do(await staff.centre('analyst'), beginBrief, {
    ...{ template: 'weekly', title: '最近七天诉求情况(示例)' },
    ...{ from: dayAfter(to, -6), to },
  });
}
