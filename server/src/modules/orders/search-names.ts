import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/json.ts';
import * as matters from '../matters/index.ts';
import type { Area } from '../organisation/index.ts';

/**
 * 检索词 beside the words themselves: place, matter, and the matter's own fields as everybody may read them. What only
 * the centre sees is no way to find an order.
 */
export async function searchNames(
  ctx: Context,
  about: { area: Area; matterCode: string; fields: Readonly<Record<string, Json>> },
): Promise<string[]> {
  const [matter, fields] = await Promise.all([
    matters.matter(ctx, about.matterCode),
    matters.shownFields(ctx, about.matterCode, { values: about.fields, who: 'all' }),
  ]);
  return [about.area.full_name, matter.leaf, ...fields.map(({ value }) => value)];
}
