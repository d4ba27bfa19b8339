import type { city } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { type Area, areasBelow, areasNamed } from './areas.repo.ts';

type Reply = ReplyOf<typeof city.listAreas>;

/** 区划选择: step by step from the city down, or by part of a name. */
export async function listAreas(
  ctx: Context,
  { parent, q }: InputOf<typeof city.listAreas>,
): Promise<Reply> {
  const words = q?.trim() ?? '';
  const found =
    words === '' ? await areasBelow(ctx, parent ?? ctx.city.code) : await areasNamed(ctx, words);
  return { rows: found.map(viewOf) };
}

const viewOf = ({ code, name, parent, level, full_name }: Area): Reply['rows'][number] => ({
  code: shortCode(code),
  name,
  parent: parent === null ? null : shortCode(parent),
  level,
  fullName: full_name,
});

/** 350626, 350626100, 350626100201: pages tell an area's level by the length of its code. */
export const shortCode = (code: string): string => code.replace(/(000)+$/, '');
