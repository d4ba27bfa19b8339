import { letterKinds } from '@minsheng/contract/words/letters.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { keptPerVersion } from '../organisation/index.ts';

/** 反馈时限, as the city's data says it. */
export const replyLimit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('natural-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-minutes'), minutes: z.number() }),
  z.object({ kind: z.literal('working-days'), days: z.number() }),
]);
export type ReplyLimit = z.output<typeof replyLimit>;

const template = z.object({
  code: z.string(),
  kind: z.enum(letterKinds),
  name: z.string(),
  title: z.string(),
  numberForm: z.string(),
  redHead: z.boolean(),
  organ: z.string(),
  replyLimit: replyLimit.nullable(),
  /** 发往: a department of the city, where the program itself writes it. */
  to: z.string().nullable(),
  slots: z.array(z.object({ code: z.string(), name: z.string(), long: z.boolean() })),
  body: z.array(z.string()),
});
export type Template = z.output<typeof template>;

/** 文书模板 of the city, in the order of its files. */
export const templates = keptPerVersion(async (ctx: Context): Promise<readonly Template[]> => {
  const rows = await tablesOf<'letters'>(ctx.tx)
    .selectFrom('letters.template')
    .select('definition')
    .where('city_id', '=', ctx.cityId)
    .orderBy('no')
    .execute();
  return rows.map(({ definition }) => template.parse(definition));
});

/** Refuses `letters.no-such-template`. */
export async function templateOf(ctx: Context, code: string): Promise<Template> {
  const found = (await templates(ctx)).find((one) => one.code === code);
  refuseUnless(found, 'letters.no-such-template');
  return found;
}

/** 发往单位 of a letter the program drafts when somebody has decided; the city's check holds that there is one. */
export async function addresseeOf(ctx: Context, code: string): Promise<string> {
  const { to } = await templateOf(ctx, code);
  if (to === null) throw new Error(`The template ${code} says to nobody.`);
  return `${ctx.city.code}.${to}`;
}
