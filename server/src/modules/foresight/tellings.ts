import type { foresight as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { accountNames } from '../identity/index.ts';
import * as organisation from '../organisation/index.ts';
import { waitForCentre, waitNoMore } from '../waits/index.ts';
import { findForecast } from './forecasts.repo.ts';
import { idOf } from './list-signals.ts';
import { mayActOn, mayDecideTelling, mayDeliver, mayWork } from './policy.ts';
import './telling-wait.ts';
import {
  addDelivery,
  changeTelling,
  deliveriesOf,
  holdTelling,
  insertTelling,
  latestTellings,
  type Telling,
} from './tellings.repo.ts';

const keyOf = (id: string) => ({ kind: 'telling-approval', id, no: 0 }) as const;
const shownCap = 50;

/** 起草告知 (M7-3): given out by people once somebody else has approved it. */
export async function writeTelling(
  ctx: Context,
  { forecastId, areaCode, audience, channel, words }: InputOf<typeof contract.writeTelling>,
): Promise<{ tellingId: string }> {
  demand(mayWork(ctx.actor));
  if (forecastId) demand(mayActOn(ctx.actor, await findForecast(ctx, forecastId)));
  const area = await organisation.area(ctx, areaCode);
  const id = ctx.newId();
  const due_at = await waitForCentre(ctx, keyOf(id), 'telling-approval');
  await insertTelling(ctx, {
    ...{ id, forecast_id: forecastId ?? null, area_code: area.code, audience, channel, words },
    ...{ state: 'waiting', written_at: ctx.now, written_by: ctx.actor.accountId, due_at },
  });
  isNew(ctx, { kind: 'telling', id });
  tell(ctx, { kind: 'telling', id }, 'foresight.notice-written', { audience, channel });
  announce(ctx, 'foresight');
  return { tellingId: id };
}

export async function decideTelling(
  ctx: Context,
  { tellingId: id, isApproved, reason }: InputOf<typeof contract.decideTelling>,
): Promise<{ done: true }> {
  const telling = await holdTelling(ctx, id);
  demand(mayDecideTelling(ctx.actor, telling));
  refuseUnless(isApproved || reason.length >= 4, 'foresight.reason-needed');
  const state = isApproved ? 'approved' : 'declined';
  const by = { decided_at: ctx.now, decided_by: ctx.actor.accountId };
  await changeTelling(ctx, id, { state, reason, ...by });
  await waitNoMore(ctx, keyOf(id));
  tell(ctx, { kind: 'telling', id }, 'foresight.notice-decided', { state });
  announce(ctx, 'foresight');
  return { done: true };
}

/** 登记送达: the number is what the person who gave it out says, and how they know. */
export async function deliverTelling(
  ctx: Context,
  { tellingId: id, receivers: reached, note }: InputOf<typeof contract.deliverTelling>,
): Promise<{ reached: number }> {
  demand(mayDeliver(ctx.actor, await holdTelling(ctx, id)));
  const before = await deliveriesOf(ctx, [id]);
  const no = (before.at(-1)?.no ?? 0) + 1;
  await addDelivery(ctx, id, { no, reached, note });
  tell(ctx, { kind: 'telling', id }, 'foresight.notice-delivered', { no, reached });
  announce(ctx, 'foresight');
  return { reached: before.reduce((sum, one) => sum + one.reached, reached) };
}

type Reply = ReplyOf<typeof contract.listTellings>;

export async function listTellings(
  ctx: Context,
  { cursor }: InputOf<typeof contract.listTellings>,
): Promise<Reply> {
  const before = cursor === undefined ? null : idOf(cursor);
  const read = await latestTellings(ctx, { forecastId: null, before, most: shownCap + 1 });
  const shown = read.slice(0, shownCap);
  return {
    rows: await tellingViews(ctx, shown),
    next: read.length > shownCap ? (shown.at(-1)?.id ?? null) : null,
    shownCap,
    can: { write: mayWork(ctx.actor).allowed },
  };
}

/** 告知 with its delivery report. */
export async function tellingViews(ctx: Context, rows: readonly Telling[]): Promise<Reply['rows']> {
  const deliveries = await deliveriesOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const [names, areas] = await Promise.all([
    accountNames(ctx, [
      ...rows.flatMap(({ written_by, decided_by }) => [written_by, decided_by]),
      ...deliveries.map(({ by_account }) => by_account),
    ]),
    organisation.areaNames(ctx, [...new Set(rows.map(({ area_code }) => area_code))]),
  ]);
  const nameOf = (id: string | null) => names.get(id ?? '') ?? '';
  const byNotice = Map.groupBy(deliveries, ({ notice_id }) => notice_id);
  return rows.map((row) => {
    const own = byNotice.get(row.id) ?? [];
    return {
      ...{ id: row.id, forecastId: row.forecast_id, audience: row.audience },
      ...{ channel: row.channel, words: row.words, state: row.state },
      areaName: areas.get(row.area_code) ?? ctx.city.name,
      writtenAt: row.written_at.toISOString(),
      writtenBy: nameOf(row.written_by),
      decided: row.decided_at && {
        by: nameOf(row.decided_by),
        at: row.decided_at.toISOString(),
        reason: row.reason ?? '',
      },
      reached: own.reduce((sum, { reached }) => sum + reached, 0),
      deliveries: own.map(({ no, reached, note, at, by_account }) => ({
        ...{ no, reached, note, at: at.toISOString(), by: nameOf(by_account) },
      })),
      can: {
        decide: mayDecideTelling(ctx.actor, row).allowed,
        deliver: mayDeliver(ctx.actor, row).allowed,
      },
    };
  });
}
