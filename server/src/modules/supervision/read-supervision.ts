import type { supervision as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { isWritten, warningPoints, writtenLevels } from '@minsheng/contract/words/supervision.ts';
import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import { ofOrder } from '../dispatch/index.ts';
import { filesOf } from '../files/index.ts';
import * as identity from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { answersOf } from './answers.repo.ts';
import { lastHolder } from './last-holder.ts';
import { ladder } from './levels.ts';
import { maySee, maySupervise, mayUrge } from './policy.ts';
import { type Supervision, supervisionsOf } from './supervisions.repo.ts';
import { viewOf } from './views.ts';
import { waysOf } from './ways.ts';

type Reply = ReplyOf<typeof contract.readSupervision>;

/** 工单督办: every warning and every level. What is only proposed concerns the centre alone. */
export async function readSupervision(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<Reply> {
  const order = await orders.findVisible(ctx, orderId);
  const [found, duties, warnings] = await Promise.all([
    supervisionsOf(ctx, orderId),
    ofOrder(ctx, orderId),
    warningsOf(ctx, orderId),
  ]);
  const all = found.filter((one) => maySee(ctx.actor, one));
  const holder = lastHolder(duties);
  const units = await organisation.unitsIfKnown(ctx, [
    ...all.flatMap(({ unit_code, given_unit, informed }) => [
      unit_code,
      ...(given_unit === null ? [] : [given_unit]),
      ...informed,
    ]),
    ...warnings.map(({ unit }) => unit),
    ...(holder ? [holder.unit_code] : []),
  ]);
  const around = {
    order,
    duties,
    holder,
    all: found,
    units,
    ...(await wordsOf(ctx, orderId, all)),
  };
  const views: Reply['supervisions'] = [];
  for (const one of all.toReversed()) views.push(await viewOf(ctx, one, around));
  return {
    supervisions: views,
    warnings: warnings.map((warning) => ({
      ...warning,
      unit: organisation.briefOf(units, warning.unit),
    })),
    holder: holder && organisation.briefOf(units, holder.unit_code),
    mayGive: await givable(ctx, { order, holder, before: found }),
    mayUrge: holder !== null && mayUrge(ctx.actor, order, holder).allowed,
  };
}

/** 可以发起的级别, each with the ways that may be chosen for this order. */
async function givable(ctx: Context, about: Parameters<typeof maySupervise>[2]) {
  if (about.holder === null) return [];
  const levels = writtenLevels.filter((level) => maySupervise(ctx.actor, level, about).allowed);
  const known = await ladder(ctx);
  return known.flatMap((level) => {
    const code = levels.find((one) => one === level.code);
    return code ? [{ level: code, instruments: waysOf(ctx.actor, about.order, level) }] : [];
  });
}

async function wordsOf(ctx: Context, orderId: string, all: readonly Supervision[]) {
  const [answers, texts, files] = await Promise.all([
    answersOf(ctx, orderId),
    orders.textsOf(ctx, orderId),
    filesOf(ctx, orderId),
  ]);
  const names = await identity.accountNames(ctx, [
    ...all.flatMap(({ opened_by, closed_by }) => [opened_by, closed_by]),
    ...answers.map(({ answered_by }) => answered_by),
  ]);
  return { answers, texts, files, names };
}

async function warningsOf(ctx: Context, orderId: string) {
  const events = await historyOf(ctx, { kind: 'order', id: orderId });
  return events
    .filter(
      ({ type, data }) =>
        type === 'supervision.warned' && orders.concernsUnit(ctx.actor, String(data.path)),
    )
    .flatMap(({ at, data }) => {
      const point = warningPoints.find((one) => one === data.point);
      return point === undefined
        ? []
        : [{ point, unit: String(data.unit), at: at.toISOString(), dueAt: String(data.dueAt) }];
    });
}

/** 正在督办, which is all a citizen hears of it; urging is none. */
export async function isSupervised(ctx: Context, orderId: string): Promise<boolean> {
  const all = await supervisionsOf(ctx, orderId);
  return all.some(
    ({ state, level }) => isWritten(level) && (state === 'open' || state === 'answered'),
  );
}
