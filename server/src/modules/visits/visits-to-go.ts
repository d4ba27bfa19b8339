import type { visits as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { type SqlBool, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import * as orders from '../orders/index.ts';
import { withoutPeople } from '../text/index.ts';
import { concernLabel } from './concern.ts';
import { isLate, visitPageRows } from './list-visits.ts';
import { type Visit, visitOf } from './visits.repo.ts';

type Reply = ReplyOf<typeof contract.visitsToGo>;

/** 待核查清单 for the phone: all that is needed where there is no net. */
export async function visitsToGo(ctx: Context): Promise<Reply> {
  const rows: Reply['rows'] = [];
  for (const visit of await ownOpen(ctx)) {
    rows.push({
      id: visit.id,
      purpose: visit.purpose,
      state: visit.state,
      place: visit.place,
      point: pointOf(visit),
      what: visit.what,
      label: await labelOf(ctx, visit),
      answer: await answerOf(ctx, visit),
      visitBy: visit.visit_by,
      isLate: isLate(ctx, visit),
      items: [...visit.items],
    });
  }
  return { rows, shownCap: visitPageRows };
}

async function ownOpen(ctx: Context): Promise<Visit[]> {
  const { unitCode, accountId } = ctx.actor;
  if (unitCode === null) return [];
  const rows = await tablesOf<'visits'>(ctx.tx)
    .selectFrom('visits.visit')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('visitor_unit', '=', unitCode)
    .where(sql<SqlBool>`state in ('asked', 'under-way')`)
    .where(sql<SqlBool>`(visitor_id is null or visitor_id = ${accountId}::uuid)`)
    .orderBy('id')
    .limit(visitPageRows)
    .execute();
  return rows.map(visitOf);
}

export const pointOf = ({ lng, lat }: Pick<Visit, 'lng' | 'lat'>) =>
  lng === null || lat === null ? null : { lng, lat };

async function labelOf(
  ctx: Context,
  { concern_kind: kind, concern_id: id }: Visit,
): Promise<string | null> {
  return kind && id ? concernLabel(ctx, { kind, id }) : null;
}

/** The last answer the requester was given; whoever is sent sees no more of the order than that. */
async function answerOf(ctx: Context, visit: Visit): Promise<string | null> {
  if (visit.concern_kind !== 'order' || visit.concern_id === null) return null;
  const texts = await orders.textsOf(ctx, visit.concern_id);
  const answer = texts.findLast(({ kind }) => kind === 'answer')?.content;
  return answer ? withoutPeople(answer) : null;
}
