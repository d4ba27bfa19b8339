import type { falseCompletion as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { ofOrder } from '../dispatch/index.ts';
import { filesOf, fileViewOf } from '../files/index.ts';
import * as identity from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { withoutPeople } from '../text/index.ts';
import {
  confirmedByUnit,
  type FalseCompletion,
  falseCompletionsOf,
  falsePage,
} from './false-completions.repo.ts';
import { isHeard, mayAnswerFalse, mayReportFalse, mayRuleOnFalse, openOf } from './false-policy.ts';
import { rowsOf } from './rows-of.ts';

type Reply = ReplyOf<typeof contract.readFalse>;

/** 虚假办结 of one order, for everybody who may see it; a unit does not learn who found it. */
export async function readFalse(ctx: Context, { orderId }: { orderId: string }): Promise<Reply> {
  const order = await orders.findVisible(ctx, orderId);
  const [records, duties] = await Promise.all([
    falseCompletionsOf(ctx, orderId),
    ofOrder(ctx, orderId),
  ]);
  const open = openOf(records);
  const duty = duties.find(({ id }) => id === open?.assignment_id);
  const { actor } = ctx;
  const decisions = {
    report: mayReportFalse(actor, order, { foundHow: 'call-back', open }),
    'report-site': mayReportFalse(actor, order, { foundHow: 'site-check', open }),
    answer: mayAnswerFalse(actor, open, duty),
    rule: mayRuleOnFalse(actor, open),
  } as const;
  // Offered only when it would not be refused: nobody is judged unheard.
  const heard = open !== undefined && isHeard(open, ctx.now);
  const names = ['report', 'report-site', 'answer', 'rule'] as const;
  return {
    records: await viewsOf(ctx, order, records),
    abilities: names.filter((name) => decisions[name].allowed && (name !== 'rule' || heard)),
  };
}

async function viewsOf(
  ctx: Context,
  order: orders.Order,
  records: readonly FalseCompletion[],
): Promise<Reply['records']> {
  if (records.length === 0) return [];
  const [units, names, texts, files] = await Promise.all([
    organisation.unitsIfKnown(ctx, [...new Set(records.map(({ unit_code }) => unit_code))]),
    identity.accountNames(
      ctx,
      records.flatMap(({ found_by, ruled_by }) => [found_by, ruled_by]),
    ),
    orders.textsOf(ctx, order.id),
    filesOf(ctx, order.id),
  ]);
  const hide = (text: string) =>
    order.secrecy >= 1 && ctx.actor.scope !== 'all' ? withoutPeople(text) : text;
  const textOf = (no: number | null) =>
    no === null ? null : hide(texts.find((text) => text.no === no)?.content ?? '');
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  return records.map((one) => ({
    no: one.no,
    unit: organisation.briefOf(units, one.unit_code),
    round: one.round,
    foundHow: one.found_how,
    claimed: textOf(one.claimed_no) ?? '',
    found: textOf(one.found_no) ?? '',
    foundAt: one.found_at.toISOString(),
    foundBy: ctx.actor.scope === 'all' ? nameOf(one.found_by) : null,
    files: files
      .filter(({ id }) => one.file_ids.includes(id))
      .map((file) => fileViewOf(ctx, file, null)),
    state: one.state,
    hearUntil: one.hear_until.toISOString(),
    heard: textOf(one.heard_no),
    heardAt: one.heard_at?.toISOString() ?? null,
    ruling: textOf(one.ruling_no),
    ruledAt: one.ruled_at?.toISOString() ?? null,
    ruledBy: nameOf(one.ruled_by),
  }));
}

/** 待认定, or 已认定; the oldest first. */
export async function listFalse(
  ctx: Context,
  { state, cursor }: InputOf<typeof contract.listFalse>,
): Promise<ReplyOf<typeof contract.listFalse>> {
  const wanted = state ?? 'open';
  const read = await falsePage(ctx, { state: wanted, after: placeOf(cursor) });
  const { shown, next } = cutPage(
    read.map((one) => ({
      ...one,
      by: (wanted === 'open' ? one.found_at : (one.ruled_at ?? one.found_at)).toISOString(),
      id: one.order_id,
    })),
  );
  const rows = await rowsOf(ctx, shown);
  return {
    rows: rows.map(({ order, unit, one }) => ({
      order,
      unit,
      foundHow: one.found_how,
      state: one.state,
      foundAt: one.found_at.toISOString(),
    })),
    next,
    shownCap: pageRows,
  };
}

const countedDays = 365;

/** 各单位虚假办结数. */
export async function falseByUnit(ctx: Context): Promise<ReplyOf<typeof contract.falseByUnit>> {
  const since = new Date(ctx.now.getTime() - countedDays * 86_400_000);
  const counts = await confirmedByUnit(ctx, since);
  const units = await organisation.unitsIfKnown(
    ctx,
    counts.map(({ unit_code }) => unit_code),
  );
  return {
    units: counts.map(({ unit_code, count }) => ({
      unit: organisation.briefOf(units, unit_code),
      count,
    })),
  };
}
