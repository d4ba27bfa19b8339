import type { visits as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { type SqlBool, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf } from '../../platform/db.ts';
import { badInput } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import { accountNames } from '../identity/index.ts';
import { unitNames } from '../organisation/index.ts';
import { checklists } from './checklists.ts';
import { concernLabel, mayOpen } from './concern.ts';
import { visitText } from './text.ts';
import { visibleTo } from './visible-to.ts';
import { type Visit, visitOf } from './visits.repo.ts';

type Reply = ReplyOf<typeof contract.listVisits>;
type Asked = InputOf<typeof contract.listVisits>;
export type VisitRow = Reply['rows'][number];

export const visitPageRows = 50;

/** 核查列表, the latest first. */
export async function listVisits(ctx: Context, asked: Asked): Promise<Reply> {
  const read = await visitsFor(ctx, asked, visitPageRows + 1);
  const shown = read.slice(0, visitPageRows);
  return {
    rows: await visitRowsOf(ctx, shown),
    next: read.length > visitPageRows ? (shown.at(-1)?.id ?? null) : null,
    shownCap: visitPageRows,
  };
}

/** The latest first, at most so many. */
export async function visitsFor(
  ctx: Context,
  { box, purpose, concernId, cursor }: Asked,
  most: number,
): Promise<Visit[]> {
  let query = readerOf(ctx.tx)
    .selectFrom('visits.visit as v')
    .selectAll('v')
    .where('v.city_id', '=', ctx.cityId)
    .where(visibleTo(ctx.actor));
  // As its index says it.
  if (box === 'open') query = query.where(sql<SqlBool>`v.state in ('asked', 'under-way')`);
  if (box === 'done') query = query.where('v.state', '=', 'done');
  if (purpose) query = query.where('v.purpose', '=', purpose);
  if (concernId) query = query.where('v.concern_id', '=', concernId);
  if (cursor !== undefined) query = query.where('v.id', '<', idOf(cursor));
  const rows = await query.orderBy('v.id', 'desc').limit(most).execute();
  return rows.map(visitOf);
}

function idOf(cursor: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor)) throw badInput(['cursor']);
  return cursor;
}

export async function visitRowsOf(ctx: Context, visits: readonly Visit[]): Promise<VisitRow[]> {
  const [units, people] = await Promise.all([
    unitNames(
      ctx,
      visits.map(({ visitor_unit }) => visitor_unit),
    ),
    accountNames(
      ctx,
      visits.map(({ visitor_id }) => visitor_id),
    ),
  ]);
  const rows: VisitRow[] = [];
  for (const visit of visits) {
    rows.push({
      id: visit.id,
      purpose: visit.purpose,
      state: visit.state,
      place: visit.place || visitText.gone,
      concern: await concernOf(ctx, visit),
      visitorUnit: units.get(visit.visitor_unit) ?? visit.visitor_unit,
      visitor: visit.visitor_id && (people.get(visit.visitor_id) ?? null),
      visitBy: visit.visit_by,
      isLate: isLate(ctx, visit),
      askedAt: visit.asked_at.toISOString(),
      doneAt: visit.finished_at?.toISOString() ?? null,
      outcome: visit.outcome,
      answerIsFalse: visit.answer_is_false,
    });
  }
  return rows;
}

async function concernOf(
  ctx: Context,
  { concern_kind: kind, concern_id: id }: Visit,
): Promise<VisitRow['concern']> {
  if (kind === null || id === null) return null;
  const about = { kind, id };
  return {
    ...about,
    label: await concernLabel(ctx, about),
    mayOpen: await mayOpen(ctx, about),
  };
}

/** 逾期未核查. */
export function isLate({ now, city }: Context, { state, visit_by }: Visit): boolean {
  const isOpen = state === 'asked' || state === 'under-way';
  return isOpen && visit_by < dayOf(now.getTime(), city.zone);
}

export async function listChecklists(
  ctx: Context,
): Promise<ReplyOf<typeof contract.listChecklists>> {
  const rows = (await checklists(ctx)).map(({ code, name, items }) => ({ code, name, items }));
  return { rows };
}
