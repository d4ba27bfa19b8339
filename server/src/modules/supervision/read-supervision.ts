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
import { maySupervise, mayUrge } from './policy.ts';
import { type Supervision, supervisionsOf } from './supervisions.repo.ts';
import { viewOf } from './views.ts';

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
  const all = ctx.actor.has('supervision.read')
    ? found
    : found.filter(({ opened_at }) => opened_at);
  const holder = lastHolder(duties);
  const units = await organisation.unitsIfKnown(ctx, [
    ...all.flatMap(({ unit_code, informed }) => [unit_code, ...informed]),
    ...warnings.map(({ unit }) => unit),
    ...(holder ? [holder.unit_code] : []),
  ]);
  const around = { order, duties, all: found, units, ...(await wordsOf(ctx, orderId, all)) };
  const views: Reply['supervisions'] = [];
  for (const one of all.toReversed()) views.push(await viewOf(ctx, one, around));
  return {
    supervisions: views,
    warnings: warnings.map((warning) => ({
      ...warning,
      unit: organisation.briefOf(units, warning.unit),
    })),
    holder: holder && organisation.briefOf(units, holder.unit_code),
    mayGive: holder
      ? writtenLevels.filter((level) => maySupervise(ctx.actor, order, level, found).allowed)
      : [],
    mayUrge: holder !== null && mayUrge(ctx.actor, order).allowed,
  };
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
    .filter(({ type }) => type === 'supervision.warned')
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
