import type { Verdict, VersionState } from '@minsheng/contract/words/learning.ts';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';
import type { CameBy, Compared } from './compare.ts';
import type { Kind } from './decisions.repo.ts';

export interface VersionRow {
  readonly id: string;
  readonly kind: Kind;
  readonly number: number;
  readonly state: VersionState;
  readonly made_at: Date;
  readonly asked_by: string | null;
  readonly from_seq: number;
  readonly upto_seq: number;
  readonly samples: number;
  readonly labels: number;
  /** 训练构成; null in old versions. */
  readonly mix: Readonly<Record<string, number>> | null;
  readonly seconds: number;
  readonly size: number;
  readonly has_bytes: boolean;
  readonly verdict: Verdict;
  readonly compared: Compared | null;
  readonly came_by: CameBy | null;
  readonly used_since: Date | null;
  readonly settled_by: string | null;
  readonly settled_at: Date | null;
  readonly reason: string | null;
}

const columns = [
  'id',
  'kind',
  'number',
  'state',
  'made_at',
  'asked_by',
  'from_seq',
  'upto_seq',
  'samples',
  'labels',
  'mix',
  'seconds',
  'size',
  'verdict',
  'compared',
  'came_by',
  'used_since',
  'settled_by',
  'settled_at',
  'reason',
] as const;

const rows = (ctx: Context) =>
  tablesOf<'learning'>(ctx.tx).selectFrom('learning.version').where('city_id', '=', ctx.cityId);

const whole = (ctx: Context) =>
  rows(ctx)
    .select(columns)
    .select(({ eb }) => eb('bytes', 'is not', null).as('has_bytes'))
    // The generated types know `text`; the checks of the table know the words.
    .$castTo<VersionRow>();

export async function inUse(ctx: Context, kind: Kind): Promise<VersionRow | null> {
  const row = await whole(ctx)
    .where('kind', '=', kind)
    .where('state', '=', 'in-use')
    .executeTakeFirst();
  return row ?? null;
}

export async function bytesOf(ctx: Context, id: string): Promise<Buffer | null> {
  const row = await rows(ctx).select('bytes').where('id', '=', id).executeTakeFirst();
  return row?.bytes ?? null;
}

/** The latest first. */
export async function latestOf(ctx: Context, kind: Kind, most: number): Promise<VersionRow[]> {
  return whole(ctx).where('kind', '=', kind).orderBy('number', 'desc').limit(most).execute();
}

export async function find(ctx: Context, id: string): Promise<VersionRow | null> {
  return (await whole(ctx).where('id', '=', id).executeTakeFirst()) ?? null;
}

export type NewVersion = Omit<
  VersionRow,
  'has_bytes' | 'settled_by' | 'settled_at' | 'reason' | 'number' | 'used_since' | 'came_by'
> & { readonly bytes: Uint8Array };

export async function insert(ctx: Context, version: NewVersion): Promise<number> {
  const [before] = await latestOf(ctx, version.kind, 1);
  const number = (before?.number ?? 0) + 1;
  await tablesOf<'learning'>(ctx.tx)
    .insertInto('learning.version')
    .values({
      ...version,
      city_id: ctx.cityId,
      number,
      bytes: Buffer.from(version.bytes),
      mix: version.mix && jsonb({ ...version.mix }),
      compared: version.compared && jsonb(plain(version.compared)),
    })
    .execute();
  return number;
}

const plain = ({ own, other, ...rest }: Compared) => ({
  ...rest,
  own: { ...own },
  other: { ...other },
});

export interface VersionChange {
  readonly state: VersionState;
  readonly came_by?: CameBy;
  readonly used_since?: Date;
  readonly settled_by?: string | null;
  readonly settled_at?: Date;
  readonly reason?: string;
}

export async function change(ctx: Context, id: string, set: VersionChange): Promise<void> {
  await tablesOf<'learning'>(ctx.tx)
    .updateTable('learning.version')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('id', '=', id)
    .execute();
}

/** Candidates that wait are out of date once a newer version stands. */
export async function refuseWaiting(ctx: Context, kind: Kind): Promise<void> {
  await tablesOf<'learning'>(ctx.tx)
    .updateTable('learning.version')
    .set({ state: 'refused' })
    .where('city_id', '=', ctx.cityId)
    .where('kind', '=', kind)
    .where('state', '=', 'candidate')
    .execute();
}

/** 只留几个: the bytes of old versions leave; what they were stays. */
export async function dropBytes(ctx: Context, kind: Kind, kept: readonly string[]): Promise<void> {
  await tablesOf<'learning'>(ctx.tx)
    .updateTable('learning.version')
    .set({ bytes: null })
    .where('city_id', '=', ctx.cityId)
    .where('kind', '=', kind)
    .where('state', '!=', 'in-use')
    .where('bytes', 'is not', null)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', [...kept]))
    .execute();
}
