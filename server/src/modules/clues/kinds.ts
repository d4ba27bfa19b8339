import type { clues as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { clueKinds } from '../matters/index.ts';

export type Kind = ReplyOf<typeof contract.listKinds>['rows'][number];

/** 线索种类 of the city's data, with the department that looks into each. */
export async function kindsOf(ctx: Context): Promise<Kind[]> {
  const rows = await clueKinds(ctx);
  return rows.map(({ unit, ...kind }) => ({ ...kind, unit: `${ctx.city.code}.${unit}` }));
}

export const listKinds = async (ctx: Context): Promise<{ rows: Kind[] }> => ({
  rows: await kindsOf(ctx),
});

/** Refuses `clues.no-such-kind`. */
export async function demandKind(ctx: Context, code: string): Promise<Kind> {
  const kind = (await kindsOf(ctx)).find((one) => one.code === code);
  refuseUnless(kind, 'clues.no-such-kind');
  return kind;
}

/** One that the city has dropped is called by its code. */
export async function kindNames(ctx: Context): Promise<Map<string, string>> {
  return new Map((await kindsOf(ctx)).map(({ code, name }) => [code, name]));
}
