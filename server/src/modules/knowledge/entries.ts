import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { cityHour, keptPerVersion, unitNames } from '../organisation/index.ts';

const definition = z.object({
  code: z.string(),
  title: z.string(),
  questions: z.array(z.string()),
  answer: z.string(),
  matters: z.array(z.string()),
  owner: z.string(),
  basis: z.string(),
  validFrom: z.string(),
  validUntil: z.string(),
  keywords: z.array(z.string()),
  audience: z.enum(['public', 'staff']).default('public'),
  forms: z
    .array(z.object({ title: z.string(), bring: z.array(z.string()), fields: z.array(z.string()) }))
    .default([]),
  links: z.array(z.object({ title: z.string(), url: z.string() })).default([]),
  mark: z.string(),
});

/** 知识条目. */
export interface Entry extends z.output<typeof definition> {
  ownerName: string;
}

/** All entries of the city with their owners' names, kept until its data changes. */
export const entries = keptPerVersion(async (ctx: Context): Promise<readonly Entry[]> => {
  const rows = await tablesOf<'knowledge'>(ctx.tx)
    .selectFrom('knowledge.entry')
    .select('definition')
    .where('city_id', '=', ctx.cityId)
    .orderBy('code')
    .execute();
  const read = rows.map((row) => definition.parse(row.definition));
  const names = await unitNames(ctx, [...new Set(read.map(({ owner }) => owner))]);
  return read.map((entry) => ({ ...entry, ownerName: names.get(entry.owner) ?? entry.owner }));
});

export function isExpired(ctx: Context, entry: Pick<Entry, 'validFrom' | 'validUntil'>): boolean {
  const { on } = cityHour(ctx.now, ctx.city.zone);
  return on < entry.validFrom || entry.validUntil < on;
}

/** 可对外: what may be told to whoever asks; the rest is for those who work the telephone. */
export const isPublic = ({ audience }: Pick<Entry, 'audience'>): boolean => audience === 'public';

export async function findEntry(ctx: Context, code: string): Promise<Entry | null> {
  return (await entries(ctx)).find((candidate) => candidate.code === code) ?? null;
}

/**
 * 引用条目: an expired one may be read, never cited; one for staff is told to nobody. Refuses `knowledge.no-such-entry`,
 * `knowledge.staff-only`, `knowledge.expired`.
 */
export async function cite(ctx: Context, code: string): Promise<Entry> {
  const entry = await findEntry(ctx, code);
  refuseUnless(entry, 'knowledge.no-such-entry');
  refuseUnless(isPublic(entry), 'knowledge.staff-only', { title: entry.title });
  refuseUnless(!isExpired(ctx, entry), 'knowledge.expired', {
    title: entry.title,
    on: entry.validUntil,
  });
  return entry;
}
