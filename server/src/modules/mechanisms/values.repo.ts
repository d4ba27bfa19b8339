import type { Mechanism, MechanismField } from '@minsheng/contract/mechanism-data.ts';
import { type Selectable, sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import type { Json } from '../../platform/json.ts';
import { blindIndex, decrypt, encrypt } from '../../platform/secrets.ts';
import { keyOfName } from './name-key.ts';

type Row = Selectable<DB['mechanisms.value']>;

/** 机制要素 as it stands: who filled it in, and when. */
export interface Filled extends Pick<Row, 'code' | 'by_account' | 'by_unit' | 'filled_at'> {
  readonly value: Json;
}

/** What the form of an order says now; sensitive ones opened. */
export async function valuesOf(ctx: Context, orderId: string): Promise<Map<string, Filled>> {
  const rows = await tablesOf<'mechanisms'>(ctx.tx)
    .selectFrom('mechanisms.value')
    .select(['code', 'value', 'sealed', 'by_account', 'by_unit', 'filled_at'])
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .where('ended_at', 'is', null)
    .execute();
  return new Map(
    rows.flatMap(({ sealed, value, ...row }) => {
      const said: Json = sealed ? JSON.parse(decrypt(ctx.keys, sealed)) : (value as Json);
      return said === null ? [] : [[row.code, { ...row, value: said }] as const];
    }),
  );
}

interface Filling {
  readonly orderId: string;
  readonly mechanism: Mechanism;
  readonly field: MechanismField;
  /** Null: taken back. */
  readonly value: Json;
}

/** Ends the answer that stood and keeps the new one. The caller holds the order. */
export async function keepValue(
  ctx: Context,
  { orderId, mechanism, field, value }: Filling,
): Promise<void> {
  const words = field.sensitive && value !== null ? encrypt(ctx.keys, JSON.stringify(value)) : null;
  const isName = namesThings(mechanism).includes(field.code) && typeof value === 'string';
  const key = isName ? blindIndex(ctx.keys, keyPurpose, keyOfName(value)) : null;
  await sql`
    update mechanisms.value set ended_at = ${ctx.now}
    where city_id = ${ctx.cityId} and order_id = ${orderId}::uuid and code = ${field.code}
      and ended_at is null`.execute(ctx.tx);
  await sql`
    insert into mechanisms.value
      (city_id, order_id, code, no, mechanism, value, sealed, key, by_account, by_unit, filled_at)
    select ${ctx.cityId}, ${orderId}::uuid, ${field.code}, coalesce(max(no), 0) + 1, ${mechanism.code},
      ${words || value === null ? null : jsonb(value)}::jsonb, ${words}, ${key},
      ${ctx.actor.accountId}, ${ctx.actor.unitCode}, ${ctx.now}
    from mechanisms.value
    where city_id = ${ctx.cityId} and order_id = ${orderId}::uuid and code = ${field.code}`.execute(
    ctx.tx,
  );
}

const keyPurpose = 'mechanism name';

/** 对象要素: fields that name a project, a company, a shop by which orders are found together. */
export const namesThings = ({ repeat, season, dossier }: Mechanism): string[] => [
  ...new Set([...(repeat?.by ?? []), ...(season?.by ?? []), ...(dossier ? [dossier.by] : [])]),
];

/** Earlier orders under the mechanism about the same thing, the latest first; withdrawn ones do not count. */
export async function earlierAbout(
  ctx: Context,
  {
    orderId,
    mechanism,
    code,
    since,
  }: { orderId: string; mechanism: string; code: string; since: Date },
): Promise<string[]> {
  const { rows } = await sql<{ order_id: string }>`
    select e.order_id
    from mechanisms.value as v
    join mechanisms.value as e on e.city_id = v.city_id and e.mechanism = v.mechanism and e.code = v.code
      and e.key = v.key and e.ended_at is null and e.order_id < v.order_id
    join mechanisms.held as h on h.city_id = e.city_id and h.order_id = e.order_id and h.ended_at is null
      and h.mechanism = e.mechanism
    join orders.order as o on o.city_id = e.city_id and o.id = e.order_id and o.status <> 'withdrawn'
    where v.city_id = ${ctx.cityId} and v.order_id = ${orderId}::uuid and v.code = ${code}
      and v.mechanism = ${mechanism} and v.ended_at is null and v.key is not null
      and e.order_id >= platform.first_id(${since})
    order by e.order_id desc
    limit 5`.execute(ctx.tx);
  return rows.map(({ order_id }) => order_id);
}

/** Later orders under the mechanism about the same thing that were not told to be repeated yet, the earliest first. */
export async function laterAbout(
  ctx: Context,
  { orderId, mechanism, codes }: { orderId: string; mechanism: string; codes: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ order_id: string }>`
    select distinct e.order_id
    from mechanisms.value as v
    join mechanisms.value as e on e.city_id = v.city_id and e.mechanism = v.mechanism and e.code = v.code
      and e.key = v.key and e.ended_at is null and e.order_id > v.order_id
    join mechanisms.held as h on h.city_id = e.city_id and h.order_id = e.order_id and h.ended_at is null
      and h.mechanism = e.mechanism and h.repeat_at is null
    where v.city_id = ${ctx.cityId} and v.order_id = ${orderId}::uuid and v.code = any (${[...codes]})
      and v.mechanism = ${mechanism} and v.ended_at is null and v.key is not null
    order by e.order_id
    limit 50`.execute(ctx.tx);
  return rows.map(({ order_id }) => order_id);
}

interface Named {
  readonly orderId: string;
  readonly mechanism: string;
  readonly code: string;
}

/** Orders since an instant whose form names one of these in one of these fields, so many of the newest each. */
export async function ordersNamed(
  ctx: Context,
  {
    names,
    fields,
    since,
    most,
  }: {
    names: readonly string[];
    fields: readonly { mechanism: string; code: string }[];
    since: Date;
    most: number;
  },
): Promise<Named[]> {
  const keys = new Set(names.map(keyOfName).filter((name) => name !== ''));
  const digests = [...keys].map((name) => blindIndex(ctx.keys, keyPurpose, name));
  const { rows } = await sql<Named>`
    select v.order_id as "orderId", f.mechanism, f.code
    from unnest(
      ${fields.map(({ mechanism }) => mechanism)}::text[],
      ${fields.map(({ code }) => code)}::text[]
    ) as f (mechanism, code)
    cross join unnest(${digests}::bytea[]) as k (key)
    cross join lateral (
      select n.order_id from mechanisms.value as n
      where n.city_id = ${ctx.cityId} and n.mechanism = f.mechanism and n.code = f.code and n.key = k.key
        and n.ended_at is null and n.order_id >= platform.first_id(${since})
      order by n.order_id desc
      limit ${most}
    ) as v`.execute(ctx.tx);
  return rows;
}

/** 抹去: every answer of the form, with its history. */
export async function eraseForm(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await tablesOf<'mechanisms'>(ctx.tx)
    .updateTable('mechanisms.value')
    .set({ value: null, sealed: null, key: null })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', 'in', [...orderIds])
    .execute();
}
