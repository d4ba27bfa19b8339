import { z } from 'zod';
import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { enqueue, handle, job, later, oneAtATime } from '../../platform/jobs.ts';
import { monthOf } from '../../platform/months.ts';
import { transact } from '../../platform/transact.ts';
import { dayOf } from '../../platform/zone.ts';
import * as waits from '../waits/index.ts';
import { dueClasses } from './classes.ts';
import {
  beginProposal,
  type DueClass,
  isListed,
  isProposed,
  type Month,
  monthNamed,
  oldestMonth,
  putDue,
  summed,
  takeOutHeld,
} from './due.repo.ts';
import { insertList } from './lists.repo.ts';

const propose = job('retention:propose', z.object({}));
const proposeOne = job(
  'retention:propose-list',
  z.object({ code: z.string(), month: z.string().regex(/^\d{4}-\d{2}$/) }),
);
oneAtATime(proposeOne);

/** A list is looked over by two people and destroyed in batches; a longer month comes in several, one after the other. */
const mostOnList = 100_000;

const thisMonth = ({ now, city }: Context): string => dayOf(now.getTime(), city.zone).slice(0, 7);

/** By no alarm: a month in which nobody worked is made up for, and a clock that is moved does not stop at every month. */
chore({
  name: 'retention:propose-monthly',
  everySeconds: 600,
  work: (runtime) =>
    transact(runtime, systemActor, async (ctx) => {
      if (await isProposed(ctx, thisMonth(ctx))) return;
      later(ctx, propose, {}, { at: ctx.now, key: propose.name });
    }),
});

/** 每月编制销毁清册, as soon as a month has begun: each month of orders whose period may be over, by class, in a job of its own. */
handle(propose, async (ctx) => {
  if (!(await beginProposal(ctx, thisMonth(ctx)))) return;
  const oldest = await oldestMonth(ctx);
  if (oldest === null) return;
  for (const { of } of await dueClasses(ctx)) {
    const newest = monthOf(closedBefore(ctx, of));
    for (let month = oldest; month <= newest; month = monthOf(monthNamed(month).until))
      enqueue(ctx, proposeOne, { code: of.code, month });
  }
});

/** 保管期满之日: of what was closed before it the period is over. */
function closedBefore({ now }: Context, { years }: DueClass): Date {
  const then = new Date(now);
  then.setUTCFullYear(then.getUTCFullYear() - years);
  return then;
}

handle(proposeOne, async (ctx, { code, month }) => {
  const found = (await dueClasses(ctx)).find(({ of }) => of.code === code);
  if (found) await proposeList(ctx, { ...found, month: monthNamed(month) });
});

interface Asked {
  readonly of: DueClass;
  readonly before: readonly DueClass[];
  readonly month: Month;
}

/** 编制: what is due of one class and one month and is not held. Nothing due leaves nothing behind. */
async function proposeList(ctx: Context, { of, before, month }: Asked): Promise<void> {
  const refusedSince = new Date(ctx.now);
  refusedSince.setUTCFullYear(refusedSince.getUTCFullYear() - 1);
  if (await isListed(ctx, { code: of.code, month: month.name, refusedSince })) return;
  const id = ctx.newId();
  const due = { of, before, month, closedBefore: closedBefore(ctx, of) };
  if ((await putDue(ctx, id, { ...due, most: mostOnList })) === 0) return;
  const held = await takeOutHeld(ctx, id, month);
  const sums = await summed(ctx, id, month);
  if (!sums) return;
  await insertList(ctx, {
    ...{ id, class_code: of.code, class_name: of.name, kind: of.kind, years: of.years },
    ...{ basis: of.basis, month: month.name, closed_before: due.closedBefore },
    ...{ state: 'proposed', orders: sums.orders, held, digest: sums.digest },
    ...{ oldest_at: sums.oldest, newest_at: sums.newest, proposed_at: ctx.now },
  });
  await waits.waitForCentre(
    ctx,
    { kind: 'destruction-signature', id, no: 0 },
    'destruction-signature',
  );
  tell(ctx, { kind: 'destruction-list', id }, 'retention.proposed', {
    ...{ class: of.code, month: month.name, orders: sums.orders, held },
    digest: sums.digest.toString('hex'),
  });
  announce(ctx, 'retention');
}
