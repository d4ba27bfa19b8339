import type { ReportState } from '@minsheng/contract/words/scorecard.ts';
import type { Insertable, Selectable } from 'kysely';
import type { Actor, Context } from '../../../platform/context.ts';
import { jsonb, tablesOf } from '../../../platform/db.ts';
import type { DB } from '../../../platform/db.types.gen.ts';
import type { Json } from '../../../platform/json.ts';
import { refuseUnless } from '../../../platform/refusal.ts';

export interface Report extends Omit<Selectable<DB['indicators.report']>, 'state'> {
  state: ReportState;
}

export async function insertReport(
  ctx: Context,
  report: Omit<Insertable<DB['indicators.report']>, 'city_id' | 'no'>,
): Promise<number> {
  const tables = tablesOf<'indicators'>(ctx.tx);
  const before = await tables
    .selectFrom('indicators.report')
    .select('no')
    .where('city_id', '=', ctx.cityId)
    .where('month', '=', report.month)
    .where('unit_code', 'is not distinct from', report.unit_code ?? null)
    .where('county', 'is not distinct from', report.county ?? null)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst();
  const no = (before?.no ?? 0) + 1;
  await tables
    .insertInto('indicators.report')
    .values({ ...report, city_id: ctx.cityId, no })
    .execute();
  return no;
}

/** Refuses `scorecard.no-such-report`, also for one that is somebody else's. */
export async function findReport(ctx: Context, reportId: string): Promise<Report> {
  const row = await tablesOf<'indicators'>(ctx.tx)
    .selectFrom('indicators.report')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', reportId)
    .executeTakeFirst();
  refuseUnless(row && isFor(ctx.actor, row), 'scorecard.no-such-report');
  return row as Report;
}

export const shownReports = 100;

/** The latest of those that are for the reader: what is about others takes nobody's place. */
export async function latestReports(ctx: Context): Promise<Report[]> {
  const { scope, unitCode, unitPath } = ctx.actor;
  const rows = await tablesOf<'indicators'>(ctx.tx)
    .selectFrom('indicators.report')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .$if(scope === 'county', (query) => query.where('county', '=', unitCode?.slice(0, 6) ?? ''))
    .$if(scope === 'unit', (query) =>
      query.where((is) =>
        is.or([is('unit_path', '=', unitPath), is('unit_path', 'like', `${unitPath}/%`)]),
      ),
    )
    .orderBy('id', 'desc')
    .limit(shownReports)
    .execute();
  return (rows as Report[]).filter((row) => isFor(ctx.actor, row));
}

export async function freeze(
  ctx: Context,
  reportId: string,
  made: { figures: Json; content: string; digest: string },
): Promise<void> {
  await tablesOf<'indicators'>(ctx.tx)
    .updateTable('indicators.report')
    .set({ ...made, figures: jsonb(made.figures), state: 'frozen' })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', reportId)
    .where('state', '=', 'making')
    .execute();
}

const checkAnewAfterMs = 3_600_000;

/** Answers false while it is being made again already; what has not ended within an hour is begun anew. */
export async function askCheck(ctx: Context, reportId: string): Promise<boolean> {
  const isGivenUp = new Date(ctx.now.getTime() - checkAnewAfterMs);
  const asked = await tablesOf<'indicators'>(ctx.tx)
    .updateTable('indicators.report')
    .set({ check_asked_at: ctx.now, check_is_same: null })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', reportId)
    .where((is) =>
      is.or([
        is('check_asked_at', 'is', null),
        is('check_is_same', 'is not', null),
        is('check_asked_at', '<=', isGivenUp),
      ]),
    )
    .executeTakeFirst();
  return asked.numUpdatedRows > 0n;
}

export async function keepCheck(ctx: Context, reportId: string, isSame: boolean): Promise<void> {
  await tablesOf<'indicators'>(ctx.tx)
    .updateTable('indicators.report')
    .set({ check_is_same: isSame })
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', reportId)
    .execute();
}

/** The centre reads all; a county and a unit what is about them. */
function isFor(
  { scope, unitCode, unitPath }: Actor,
  report: { county: string | null; unit_path: string | null },
): boolean {
  if (scope === 'all') return true;
  if (scope === 'county') return report.county === unitCode?.slice(0, 6);
  const path = report.unit_path;
  if (scope !== 'unit' || path === null || !unitPath) return false;
  return path === unitPath || path.startsWith(`${unitPath}/`);
}
