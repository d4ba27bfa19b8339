import {
  type SharedField,
  sensitiveFields,
  sharedFields,
} from '@minsheng/contract/words/sharing.ts';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import { cityGazetteer } from '../mentions/index.ts';
import * as organisation from '../organisation/index.ts';
import { peopleOfOrder, redact } from '../redaction/index.ts';
import { type Cell, type OrderFacts, orderFacts, type SharedRow } from './batches.repo.ts';

export interface Given {
  readonly orderIds: readonly string[];
  readonly rows: readonly SharedRow[];
}

/** 共享的行: exactly the fields agreed; words lose what names a person before they leave. */
export async function sharedRows(
  ctx: Context,
  ids: readonly string[],
  { fields, matter_prefix }: { fields: readonly string[]; matter_prefix: string | null },
): Promise<Given> {
  const wanted = sharedFields.filter((field) => fields.includes(field));
  const found = await orderFacts(ctx, ids, matter_prefix);
  const [matterNames, areaNames, words] = await Promise.all([
    matters.matterNames(
      ctx,
      found.map(({ matterCode }) => String(matterCode)),
    ),
    organisation.areaNames(ctx, [...new Set(found.map(({ areaCode }) => String(areaCode)))]),
    wordsRedacted(ctx, found, wanted),
  ]);
  const named = found.map((order) => ({
    ...order,
    ...words.get(order.id),
    matterName: matterNames.get(String(order.matterCode)) ?? null,
    areaName: areaNames.get(String(order.areaCode)) ?? null,
  }));
  return {
    orderIds: named.map(({ id }) => id),
    rows: named.map((order) => rowOf(order, wanted)),
  };
}

const rowOf = (order: OrderFacts, wanted: readonly SharedField[]): SharedRow =>
  Object.fromEntries(wanted.map((field) => [field, cellOf(order[field])]));

const cellOf = (value: Cell | Date): Cell => (value instanceof Date ? value.toISOString() : value);

type Words = Partial<Record<(typeof sensitiveFields)[number], string | null>>;

async function wordsRedacted(
  ctx: Context,
  found: readonly OrderFacts[],
  wanted: readonly SharedField[],
): Promise<Map<string, Words>> {
  const parts = sensitiveFields.filter((field) => wanted.includes(field));
  const of = new Map<string, Words>();
  if (parts.length === 0) return of;
  const places = await cityGazetteer(ctx);
  for (const order of found) {
    const known = await peopleOfOrder(ctx, order.id);
    const said = parts.map((part) => [
      part,
      redact(String(order[part] ?? ''), { known, places }).text,
    ]);
    of.set(order.id, Object.fromEntries(said));
  }
  return of;
}

/** As it is kept: that a sensitive value went is known, the value is not. */
export const keptRows = (rows: readonly SharedRow[]): SharedRow[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([field, value]) => [field, isSensitive(field) ? null : value]),
    ),
  );

const isSensitive = (field: string): boolean => sensitiveFields.some((each) => each === field);
