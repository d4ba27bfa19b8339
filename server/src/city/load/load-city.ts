import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { isNew, tell } from '../../platform/events.ts';
import type { Json } from '../../platform/json.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { checkCity } from '../check-city.ts';
import type { CityPack } from '../pack.ts';
import { calendarNow, keepCalendarChanges } from './calendar-changes.ts';
import { loadTables } from './load-tables.ts';
import type { PhoneOf } from './place-rows.ts';

export interface LoadWishes {
  /** A demonstration: its people and numbers are invented. */
  readonly isDemo: boolean;
  readonly phoneOf: PhoneOf;
  /** What `phoneOf` answers from, so that other numbers are loaded anew; null: it invents them. */
  readonly phones: Json;
}

/** Raised when the same folder has to be written into the tables in another way. */
const layout = 5;

/**
 * 装载城市数据: brings a city's folder into the database in one transaction; a folder that did not change is left
 * alone. Fields a person changed since keep their change. Throws when a row of the folder is broken.
 */
export async function loadCity(
  ctx: Context,
  pack: CityPack,
  { isDemo, phoneOf, phones }: LoadWishes,
): Promise<{ readonly isChanged: boolean }> {
  const digest = digestOf(pack, { isDemo, phones });
  // Two processes that start at once: the second waits, then finds the city loaded.
  await sql`select pg_advisory_xact_lock(hashtext('organisation.city'))`.execute(ctx.tx);
  const known = await cityRow(ctx);
  if (known?.data_digest === digest) return { isChanged: false };
  refuseBroken(pack);
  const calendarBefore = await calendarNow(ctx);
  await loadTables(ctx, pack, { phoneOf, yesterday: yesterdayOf(ctx) });
  const subject = { kind: 'city-data', id: known?.subject_id ?? ctx.newId() } as const;
  const version = (known?.version ?? 0) + 1;
  if (known) await keepCalendarChanges(ctx, calendarBefore, version);
  await writeCity(ctx, pack, { isDemo, digest, version, subjectId: subject.id });
  if (!known) isNew(ctx, subject);
  tell(ctx, subject, 'city.changed', { what: 'folder', version, digest });
  return { isChanged: true };
}

async function cityRow(ctx: Context) {
  return tablesOf<'organisation'>(ctx.tx)
    .selectFrom('organisation.city')
    .select(['data_digest', 'version', 'subject_id'])
    .where('city_id', '=', ctx.cityId)
    .executeTakeFirst();
}

interface Written {
  readonly isDemo: boolean;
  readonly digest: string;
  readonly version: number;
  readonly subjectId: string;
}

async function writeCity(ctx: Context, pack: CityPack, written: Written): Promise<void> {
  if (!pack.facts) throw new Error(`${pack.name}: city.json 缺失`);
  const { at: _, ...facts } = pack.facts;
  await sql`
    insert into organisation.city
      (city_id, code, name, facts, data_digest, is_demo, version, subject_id, changed_at)
    values (${ctx.cityId}, ${facts.code}, ${facts.name}, ${JSON.stringify(facts)}::jsonb,
      ${written.digest}, ${written.isDemo}, ${written.version}, ${written.subjectId}, ${ctx.now})
    on conflict (city_id) do update
    set code = excluded.code, name = excluded.name, facts = excluded.facts,
      data_digest = excluded.data_digest, is_demo = excluded.is_demo, version = excluded.version,
      changed_at = excluded.changed_at`.execute(ctx.tx);
}

function digestOf(
  pack: CityPack,
  { isDemo, phones }: Pick<LoadWishes, 'isDemo' | 'phones'>,
): string {
  return createHash('sha256')
    .update(JSON.stringify([layout, isDemo, pack, ...(phones === null ? [] : [phones])]))
    .digest('hex');
}

const shownProblems = 10;

/** A city half loaded would send orders nowhere: better not to start. */
function refuseBroken(pack: CityPack): void {
  const problems = checkCity(pack).flatMap((rule) => rule.problems);
  if (problems.length === 0) return;
  const lines = problems
    .slice(0, shownProblems)
    .map(({ file, line, reason }) => `  ${file}:${line} ${reason}`);
  throw new Error(
    [`城市数据有 ${problems.length} 处错误,请改正后重新启动(npm run city:check):`, ...lines].join(
      '\n',
    ),
  );
}

function yesterdayOf({ now, city }: Context): string {
  return dayAfter(dayOf(now.getTime(), city.zone), -1);
}
