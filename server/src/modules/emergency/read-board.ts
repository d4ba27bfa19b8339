import { emergency } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { urgencies } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { areaPrefix } from './area-prefix.ts';
import * as board from './board.repo.ts';
import { briefsOf } from './groups.ts';
import { guestByAccount } from './guests.repo.ts';
import { heldMode, modeViews } from './modes.ts';
import { mayEnd, mayLead, mayMassSend } from './policy.ts';
import { candidates, modesOfOrder } from './sent-orders.repo.ts';

const eventsShown = 30;
const urgent = ['U1', 'U2'] as const;

/** 态势板. */
export async function readBoard(
  ctx: Context,
  { modeId }: InputOf<typeof emergency.readBoard>,
): Promise<ReplyOf<typeof emergency.readBoard>> {
  const mode = await heldMode(ctx, modeId);
  const [units, areas, events, counts, [view]] = await Promise.all([
    board.unitSums(ctx, mode),
    board.areaSums(ctx, mode),
    board.lastSent(ctx, mode, eventsShown),
    board.resultCounts(ctx, mode),
    modeViews(ctx, [mode]),
  ]);
  refuseUnless(view, 'emergency.no-such-mode');
  const [briefs, areaNames] = await Promise.all([
    briefsOf(
      ctx,
      units.map(({ unit_code }) => unit_code),
    ),
    organisation.areaNames(
      ctx,
      areas.map(({ area_code }) => area_code),
    ),
  ]);
  return {
    mode: view,
    ...counts,
    units: units.flatMap(({ unit_code, oldest_open_at, ...sums }) => {
      const unit = briefs.get(unit_code);
      return unit ? [{ ...sums, unit, oldestOpenAt: oldest_open_at?.toISOString() ?? null }] : [];
    }),
    areas: areas.map(({ area_code, ...sums }) => ({
      ...sums,
      areaName: areaNames.get(area_code) ?? ctx.city.name,
    })),
    events: events.map(({ order_id, order_no, sent_at, refusal, ...row }) => ({
      ...row,
      orderId: order_id,
      orderNo: order_no,
      at: sent_at.toISOString(),
      why: refusal,
    })),
    can: {
      send: mayMassSend(ctx.actor, mode).allowed,
      end: mayEnd(ctx.actor, mode).allowed,
      guests: mayLead(ctx.actor).allowed,
    },
  };
}

type Asked = InputOf<typeof emergency.listCandidates>;

/** 可批量派单的工单: of the mode's area or a part of it, since the mode began or since an earlier hour. */
export async function listCandidates(
  ctx: Context,
  { modeId, areaCode, matterPrefix, urgency, since }: Asked,
): Promise<ReplyOf<typeof emergency.listCandidates>> {
  const mode = await heldMode(ctx, modeId);
  const found = await candidates(ctx, mode, {
    modePrefix: areaPrefix(mode.area_code),
    areaPrefix: areaPrefix(areaCode ?? mode.area_code),
    matterPrefix: matterPrefix ?? '',
    urgencies: urgency === 'urgent' ? urgent : urgencies,
    since: since === undefined ? mode.opened_at : new Date(since),
    most: emergency.mostCandidates + 1,
  });
  const shown = found.slice(0, emergency.mostCandidates);
  const [matterNames, areaNames] = await Promise.all([
    matters.matterNames(
      ctx,
      shown.map(({ matter_code }) => matter_code),
    ),
    organisation.areaNames(ctx, [...new Set(shown.map(({ area_code }) => area_code))]),
  ]);
  return {
    rows: shown.map(({ order_no, matter_code, area_code, accepted_at, ...row }) => ({
      ...row,
      orderNo: order_no,
      matterName: matterNames.get(matter_code) ?? matter_code,
      areaName: areaNames.get(area_code) ?? ctx.city.name,
      acceptedAt: accepted_at.toISOString(),
    })),
    hasMore: found.length > shown.length,
  };
}

/** 应急标记 of one order. */
export async function orderEmergency(
  ctx: Context,
  { orderId }: InputOf<typeof emergency.orderEmergency>,
): Promise<ReplyOf<typeof emergency.orderEmergency>> {
  const order = await orders.findVisible(ctx, orderId);
  const [modes, guest] = await Promise.all([
    modesOfOrder(ctx, orderId),
    order.accepted_by === null ? null : guestByAccount(ctx, order.accepted_by),
  ]);
  return {
    modes: modes.map(({ mode_id, name, respond_due_at }) => ({
      modeId: mode_id,
      name,
      respondDueAt: respond_due_at.toISOString(),
    })),
    guest: guest && { name: guest.name, centre: guest.centre },
  };
}
