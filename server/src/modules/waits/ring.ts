import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { handle } from '../../platform/jobs.ts';
import * as calendar from '../calendar/index.ts';
import * as matters from '../matters/index.ts';
import { ring, ringAt } from './begin.ts';
import { tellPeople } from './tell-people.ts';
import { rulesOf, type Telling, type WaitRules } from './wait.ts';
import { change, drop, find, type Ringing } from './waits.repo.ts';

/** Asked after the thing is held: whoever decides about it holds it too, so only one of the two sees it wait. */
handle(ring, async (ctx, key) => {
  const seen = await find(ctx, key);
  if (!seen || seen.ringAt > ctx.now) return;
  const rules = rulesOf(key.kind);
  const standing = await rules.standing(ctx, seen);
  if (standing === 'over') return drop(ctx, key);
  if (standing === 'still') return;
  const wait = await find(ctx, key);
  if (!wait || wait.ringAt > ctx.now) return;
  if ('tells' in rules.atEnd) return tellLate(ctx, { ...rules, atEnd: rules.atEnd }, wait);
  await drop(ctx, key);
  await rules.atEnd.does(ctx, wait);
});

/** 逾期未办: whoever should have acted, once; still nobody did, the next above, once. */
async function tellLate(
  ctx: Context,
  { atEnd, ...rules }: WaitRules & { atEnd: Telling },
  wait: Ringing,
): Promise<void> {
  const isFirst = wait.told === 0;
  if (isFirst) await atEnd.marksLate?.(ctx, wait);
  const [first, next] = await atEnd.tells(ctx, wait);
  const to = isFirst ? first : next;
  tell(ctx, { kind: rules.subject, id: wait.id }, 'waits.late', {
    wait: wait.kind,
    no: wait.no,
    dueAt: wait.dueAt.toISOString(),
    step: wait.told + 1,
    role: to.role,
    unit: to.unitCode,
  });
  if (rules.topic) announce(ctx, rules.topic);
  await tellPeople(ctx, wait, to);
  if (!isFirst) return drop(ctx, wait);
  const again = await againAt(ctx, wait, atEnd);
  await change(ctx, wait, { dueAt: wait.dueAt, ringAt: again, told: 1 });
  ringAt(ctx, wait, again);
}

/** As long again as it had, unless its owner says otherwise; for a day somebody named the city says how long. */
async function againAt(
  ctx: Context,
  { limit: own }: Ringing,
  { againAfter }: Telling,
): Promise<Date> {
  const given = againAfter === undefined ? own : null;
  const [limit, working] = await Promise.all([
    given ?? matters.centreLimit(ctx, againAfter ?? 'late-again'),
    calendar.workingCalendar(ctx),
  ]);
  return calendar.deadline({ from: ctx.now, limit, calendar: working }).dueAt;
}
