import type { UnitKind } from '@minsheng/contract/words/assignment.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { keptPerVersion } from './kept.ts';

/** 承办单位. */
export interface Unit {
  code: string;
  name: string;
  short: string;
  kind: UnitKind;
  parent: string | null;
  line_parent: string | null;
  path: string;
  area: string;
  takes_orders: boolean;
}

const columns = [
  'code',
  'name',
  'short',
  'kind',
  'parent',
  'line_parent',
  'path',
  'area',
  'takes_orders',
] as const;

export interface ListedUnit extends Unit {
  /** 'YYYY-MM-DD', the last day; null while it stands. */
  valid_to: string | null;
  /** A county added it itself. */
  added_at: Date | null;
}

/** Every order, list and message names units: all of them are kept, closed ones too, by code. */
const unitsByCode = keptPerVersion(
  async (ctx: Context): Promise<ReadonlyMap<string, ListedUnit>> => {
    const rows = await tablesOf<'organisation'>(ctx.tx)
      .selectFrom('organisation.unit')
      .select([...columns, 'valid_to', 'added_at'])
      .where('city_id', '=', ctx.cityId)
      .orderBy('code')
      .execute();
    return new Map((rows as ListedUnit[]).map((row) => [row.code, row]));
  },
);

/** Every unit, closed ones too, by code. */
export async function allUnits(ctx: Context): Promise<ListedUnit[]> {
  return [...(await unitsByCode(ctx)).values()];
}

/** Refuses `city.no-such-unit`. */
export async function unit(ctx: Context, code: string): Promise<Unit> {
  const row = (await unitsByCode(ctx)).get(code);
  refuseUnless(row, 'city.no-such-unit', { code });
  return row;
}

/** Those that exist, in no order. */
export async function unitsIfKnown(ctx: Context, codes: readonly string[]): Promise<Unit[]> {
  if (codes.length === 0) return [];
  const known = await unitsByCode(ctx);
  return [...new Set(codes)].flatMap((code) => known.get(code) ?? []);
}

/** Refuses `city.no-such-unit` for the first that does not exist. */
export async function units(ctx: Context, codes: readonly string[]): Promise<Unit[]> {
  const rows = await unitsIfKnown(ctx, codes);
  const missing = codes.find((code) => !rows.some((row) => row.code === code));
  refuseUnless(missing === undefined, 'city.no-such-unit', { code: missing ?? '' });
  return rows;
}

/** 热线中心 of the city; null where its data names none. */
export async function centreUnit(ctx: Context): Promise<string | null> {
  const all = [...(await unitsByCode(ctx)).values()];
  return all.find(({ kind, valid_to }) => kind === 'centre' && valid_to === null)?.code ?? null;
}

export async function childrenOf(ctx: Context, code: string): Promise<Unit[]> {
  return (await allUnits(ctx)).filter(({ parent }) => parent === code);
}

export async function unitNames(
  ctx: Context,
  codes: readonly string[],
): Promise<Map<string, string>> {
  return new Map((await unitsIfKnown(ctx, codes)).map(({ code, name }) => [code, name]));
}

/** A unit and all below it on the area axis. */
export async function codesFrom(ctx: Context, from: Pick<Unit, 'path'>): Promise<string[]> {
  const below = `${from.path}/`;
  return (await allUnits(ctx)).flatMap(({ code, path }) =>
    path === from.path || path.startsWith(below) ? code : [],
  );
}

/** Everything below a unit, closed ones too. */
export async function unitsBelow(ctx: Context, path: string): Promise<ListedUnit[]> {
  return (await allUnits(ctx)).filter((unit) => unit.path.startsWith(`${path}/`));
}

export async function unitsOfKind(ctx: Context, kind: UnitKind): Promise<Unit[]> {
  return (await allUnits(ctx)).filter((unit) => unit.kind === kind && unit.valid_to === null);
}

/** One who adds or closes a unit at a time: codes and names are counted over all of them. */
export async function lockUnits(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('organisation.unit'), ${ctx.cityId})`.execute(
    ctx.tx,
  );
}

type NewUnit = Pick<Unit, 'code' | 'name' | 'short' | 'kind' | 'parent' | 'path' | 'area'>;

/** A unit somebody adds by hand; it stays when the city's folder is read again. */
export async function insertUnit(ctx: Context, unit: NewUnit): Promise<void> {
  await tablesOf<'organisation'>(ctx.tx)
    .insertInto('organisation.unit')
    .values({ city_id: ctx.cityId, ...unit, takes_orders: true, added_at: ctx.now })
    .execute();
}

export async function endUnit(ctx: Context, code: string, lastDay: string): Promise<void> {
  await tablesOf<'organisation'>(ctx.tx)
    .updateTable('organisation.unit')
    .set({ takes_orders: false, valid_to: lastDay })
    .where('city_id', '=', ctx.cityId)
    .where('code', '=', code)
    .execute();
}
