import type { ProblemDismissal, ProblemState } from '@minsheng/contract/words/problems.ts';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';

export interface SharedTerm {
  readonly term: string;
  readonly share: number;
}

export interface Figures {
  readonly people: number;
  readonly messages: number;
  readonly people_before: number | null;
  readonly urgent: number;
  readonly again: number;
  readonly dissatisfied: number;
  readonly rated: number;
  readonly vulnerable: number;
  readonly weight: number;
  readonly bars: number[];
}

export interface Settling {
  readonly state: ProblemState;
  readonly issue_id: string | null;
  readonly settled_by: string | null;
  readonly settled_at: Date | null;
  readonly dismissed_as: ProblemDismissal | null;
  readonly note: string | null;
}

export interface ProblemRow extends Figures, Settling {
  readonly id: string;
  readonly run_id: string;
  readonly rank: number;
  readonly name: string;
  readonly names: readonly SharedTerm[];
  readonly words: readonly SharedTerm[];
  readonly example_order: string;
  readonly matter_code: string | null;
  readonly matter_share: number | null;
  readonly area_code: string | null;
  readonly area_share: number | null;
}

export const unsettled: Settling = {
  state: 'open',
  issue_id: null,
  settled_by: null,
  settled_at: null,
  dismissed_as: null,
  note: null,
};

export async function insertAll(ctx: Context, rows: readonly ProblemRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tablesOf<'problems'>(ctx.tx)
    .insertInto('problems.problem')
    .values(
      rows.map((row) => ({
        ...row,
        city_id: ctx.cityId,
        names: jsonb(row.names.map((one) => ({ ...one }))),
        words: jsonb(row.words.map((one) => ({ ...one }))),
      })),
    )
    .execute();
}

const problems = (ctx: Context) =>
  tablesOf<'problems'>(ctx.tx)
    .selectFrom('problems.problem')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    // The generated types know `text` and `jsonb`; the checks of the table and `insertAll` know what stands there.
    .$castTo<ProblemRow>();

export const ofRun = (
  ctx: Context,
  runId: string,
  { state, most }: { state: ProblemState | undefined; most: number },
): Promise<ProblemRow[]> => {
  const all = problems(ctx).where('run_id', '=', runId).orderBy('rank').limit(most);
  return (state === undefined ? all : all.where('state', '=', state)).execute();
};

export async function find(ctx: Context, id: string): Promise<ProblemRow | null> {
  return (await problems(ctx).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** Of two who settle it at once, the second is told that it is settled. */
export async function lock(ctx: Context, id: string): Promise<ProblemRow | null> {
  return (await problems(ctx).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function change(
  ctx: Context,
  id: string,
  to: Partial<Settling & Figures>,
): Promise<void> {
  await tablesOf<'problems'>(ctx.tx)
    .updateTable('problems.problem')
    .set(to)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}
