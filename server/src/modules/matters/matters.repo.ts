import type { AppealType, Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { cityHour, keptPerVersion } from '../organisation/index.ts';

/** 事项: one leaf of the tree. */
export interface Matter {
  code: string;
  l1: string;
  l2: string;
  leaf: string;
  type: AppealType;
  urgency: Urgency;
  limit_class: string;
  grassroots: boolean;
  valid_from: string | null;
  valid_to: string | null;
  successor: string | null;
}

/** The whole tree, kept until the city's data changes. */
export const matterTree = keptPerVersion(
  async (ctx: Context): Promise<ReadonlyMap<string, Matter>> => {
    const rows = await tablesOf<'matters'>(ctx.tx)
      .selectFrom('matters.matter')
      .selectAll()
      .where('city_id', '=', ctx.cityId)
      .orderBy('code')
      .execute();
    return new Map((rows as unknown as Matter[]).map((row) => [row.code, row]));
  },
);

/** Refuses `city.no-such-matter`. Retired leaves are found too: old orders stay readable. */
export async function matter(ctx: Context, code: string): Promise<Matter> {
  const found = (await matterTree(ctx)).get(code);
  refuseUnless(found, 'city.no-such-matter', { code });
  return found;
}

/** A leaf that may be chosen today. Refuses `city.no-such-matter`, `city.matter-retired`. */
export async function matterInForce(ctx: Context, code: string): Promise<Matter> {
  const found = await matter(ctx, code);
  const { on } = cityHour(ctx.now, ctx.city.zone);
  refuseUnless(isInForce(found, on), 'city.matter-retired', { name: found.leaf });
  return found;
}

/** The leaf itself while it may be chosen, else the first that came after it and may; null when none does. */
export async function inForceFor(ctx: Context, code: string): Promise<string | null> {
  return (await heirs(ctx))(code);
}

/** 承接事项: the same for many codes at once. */
export async function heirs(ctx: Context): Promise<(code: string) => string | null> {
  const tree = await matterTree(ctx);
  const { on } = cityHour(ctx.now, ctx.city.zone);
  return (code) => {
    const met = new Set<string>();
    let leaf = tree.get(code);
    while (leaf && !isInForce(leaf, on) && !met.has(leaf.code)) {
      met.add(leaf.code);
      leaf = tree.get(leaf.successor ?? '');
    }
    return leaf && !met.has(leaf.code) ? leaf.code : null;
  };
}

export const isInForce = ({ valid_from, valid_to }: Matter, on: string): boolean =>
  (valid_from === null || valid_from <= on) && (valid_to === null || on <= valid_to);

/** Chinese name of a code of 2, 4 or 6 digits; the code itself where the tree does not know it. */
export async function prefixName(ctx: Context, prefix: string): Promise<string> {
  const tree = await matterTree(ctx);
  for (const row of tree.values()) {
    if (!row.code.startsWith(prefix)) continue;
    if (prefix.length === 2) return row.l1;
    return prefix.length === 4 ? row.l2 : row.leaf;
  }
  return prefix;
}

export async function matterNames(
  ctx: Context,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const tree = await matterTree(ctx);
  return new Map(codes.map((code) => [code, tree.get(code)?.leaf ?? code]));
}
