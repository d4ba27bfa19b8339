import type { ConcernKind } from '@minsheng/contract/words/letters.ts';
import type { VisitOutcome, VisitPurpose, VisitState } from '@minsheng/contract/words/visits.ts';
import type { Selectable } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { readerOf, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { holdsFilesAbout } from '../files/index.ts';
import { keepsWords } from '../orders/index.ts';
import { items, type VisitItem } from './checklists.ts';
import { type Tick, ticks } from './ticks.ts';
import { visibleTo } from './visible-to.ts';

keepsWords({
  table: 'visits.visit',
  by: 'concern_id',
  words: ['place', 'what', 'findings', 'cancelled_reason'],
  lists: ['ticks'],
  points: ['lng', 'lat'],
});
keepsWords({
  table: 'visits.photo',
  points: ['lng', 'lat', 'accuracy_m'],
  through: { table: 'visits.visit', key: 'visit_id', by: 'concern_id' },
});
holdsFilesAbout({ table: 'visits.visit', by: 'concern_id' });

/** 现场核查. */
export interface Visit
  extends Omit<
    Selectable<DB['visits.visit']>,
    'purpose' | 'state' | 'concern_kind' | 'outcome' | 'items' | 'ticks'
  > {
  purpose: VisitPurpose;
  state: VisitState;
  concern_kind: ConcernKind | null;
  outcome: VisitOutcome | null;
  items: readonly VisitItem[];
  ticks: readonly Tick[];
}

export const visitOf = (row: Selectable<DB['visits.visit']>): Visit =>
  ({ ...row, items: items.parse(row.items), ticks: ticks.parse(row.ticks) }) as Visit;

export type NewVisit = Pick<
  Visit,
  | 'id'
  | 'purpose'
  | 'concern_kind'
  | 'concern_id'
  | 'checklist'
  | 'items'
  | 'visitor_unit'
  | 'visitor_path'
  | 'visitor_id'
  | 'place'
  | 'lng'
  | 'lat'
  | 'what'
  | 'visit_by'
>;

export async function insert(ctx: Context, visit: NewVisit): Promise<void> {
  await tablesOf<'visits'>(ctx.tx)
    .insertInto('visits.visit')
    .values({
      ...visit,
      items: JSON.stringify(visit.items),
      city_id: ctx.cityId,
      state: 'asked',
      asked_by: ctx.actor.accountId,
      asked_at: ctx.now,
    })
    .execute();
}

const visible = (ctx: Context, id: string) =>
  readerOf(ctx.tx)
    .selectFrom('visits.visit as v')
    .selectAll('v')
    .where('v.city_id', '=', ctx.cityId)
    .where('v.id', '=', id)
    .where(visibleTo(ctx.actor));

export async function visibleOrNull(ctx: Context, id: string): Promise<Visit | null> {
  const row = await visible(ctx, id).executeTakeFirst();
  return row ? visitOf(row) : null;
}

/** One this person may see; another is refused like one that is not there: `visits.no-such-visit`. */
export async function findVisible(ctx: Context, id: string): Promise<Visit> {
  const visit = await visibleOrNull(ctx, id);
  refuseUnless(visit, 'visits.no-such-visit');
  return visit;
}

/** The same, held: what the phone sends twice at once is taken one after the other. */
export async function lockVisible(ctx: Context, id: string): Promise<Visit> {
  const row = await visible(ctx, id).forUpdate('v').executeTakeFirst();
  refuseUnless(row, 'visits.no-such-visit');
  return visitOf(row);
}

type VisitChange = Partial<Omit<Visit, 'city_id' | 'id' | 'items' | 'ticks'>> & {
  ticks?: readonly Tick[];
};

export async function change(
  ctx: Context,
  id: string,
  { ticks, ...values }: VisitChange,
): Promise<void> {
  await tablesOf<'visits'>(ctx.tx)
    .updateTable('visits.visit')
    .set({ ...values, ...(ticks && { ticks: JSON.stringify(ticks) }) })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** 所涉事项的核查, the latest first; for modules that show them beside their own subject. */
export async function visitsOf(
  ctx: Context,
  { kind, id }: { kind: ConcernKind; id: string },
): Promise<Visit[]> {
  const rows = await tablesOf<'visits'>(ctx.tx)
    .selectFrom('visits.visit')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('concern_id', '=', id)
    .where('concern_kind', '=', kind)
    .orderBy('id', 'desc')
    .limit(mostOfOne)
    .execute();
  return rows.map(visitOf);
}
const mostOfOne = 50;
