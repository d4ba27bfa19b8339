import { visitItemKinds } from '@minsheng/contract/words/visits.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { keptPerVersion } from '../organisation/index.ts';

/** 核查项. */
const item = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(visitItemKinds),
  unit: z.string().nullable(),
  isRequired: z.boolean(),
  wantsPhoto: z.boolean(),
});
export const items = z.array(item);
export type VisitItem = z.output<typeof item>;

const checklist = z.object({ code: z.string(), name: z.string(), items });
export type Checklist = z.output<typeof checklist>;

/** 核查清单 of the city, in the order of its files. */
export const checklists = keptPerVersion(async (ctx: Context): Promise<readonly Checklist[]> => {
  const rows = await tablesOf<'visits'>(ctx.tx)
    .selectFrom('visits.checklist')
    .select('definition')
    .where('city_id', '=', ctx.cityId)
    .orderBy('no')
    .execute();
  return rows.map(({ definition }) => checklist.parse(definition));
});

/** Refuses `visits.no-such-checklist`. */
export async function checklistOf(ctx: Context, code: string): Promise<Checklist> {
  const found = (await checklists(ctx)).find((one) => one.code === code);
  refuseUnless(found, 'visits.no-such-checklist');
  return found;
}
