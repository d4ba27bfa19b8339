import {
  type AskedLevel,
  askedLevels,
  instruments,
  type SupervisionTrigger,
  supervisionLevels,
  supervisionTriggers,
} from '@minsheng/contract/words/supervision.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import * as calendar from '../calendar/index.ts';
import { keptPerVersion } from '../organisation/index.ts';

const limit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('natural-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-days'), days: z.number() }),
]);

const level = z.object({
  code: z.enum(supervisionLevels),
  name: z.string(),
  triggers: z.array(z.enum(supervisionTriggers)),
  instruments: z.array(z.enum(instruments)),
  replyLimit: limit.nullable(),
});
export type Level = z.output<typeof level>;

/** 督办级别 of the city, from the lowest up. */
export const ladder = keptPerVersion(async (ctx: Context): Promise<readonly Level[]> => {
  const rows = await tablesOf<'supervision'>(ctx.tx)
    .selectFrom('supervision.level')
    .select('definition')
    .where('city_id', '=', ctx.cityId)
    .orderBy('code')
    .execute();
  return rows.map(({ definition }) => level.parse(definition));
});

export async function levelOf(ctx: Context, code: AskedLevel): Promise<Level> {
  const found = (await ladder(ctx)).find((one) => one.code === code);
  if (!found) throw new Error(`The city has no level ${code}.`);
  return found;
}

/** The level that this brings on in this city; null where it brings on none. */
export async function levelFor(
  ctx: Context,
  trigger: SupervisionTrigger,
): Promise<AskedLevel | null> {
  const found = (await ladder(ctx)).find(({ triggers }) => triggers.includes(trigger));
  return askedLevels.find((code) => code === found?.code) ?? null;
}

/** 反馈时限, from now. */
export async function answerDueOf(ctx: Context, { replyLimit }: Level): Promise<Date | null> {
  if (replyLimit === null) return null;
  const working = await calendar.workingCalendar(ctx);
  return calendar.deadline({ from: ctx.now, limit: replyLimit, calendar: working }).dueAt;
}

export const isAtLeast = (one: AskedLevel, other: AskedLevel): boolean =>
  askedLevels.indexOf(one) >= askedLevels.indexOf(other);
