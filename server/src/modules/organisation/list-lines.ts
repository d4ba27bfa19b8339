import type { city } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { lines } from './lines.repo.ts';
import { unitNames } from './units.repo.ts';

/** 归并热线台账. */
export async function listLines(ctx: Context): Promise<ReplyOf<typeof city.listLines>> {
  const register = await lines(ctx);
  const names = await unitNames(ctx, [...new Set(register.map(({ owner }) => owner))]);
  return {
    rows: register.map(({ number, name, owner, mode, since, status, mark }) => ({
      number,
      name,
      owner: names.get(owner) ?? owner,
      mode,
      since,
      status,
      invented: mark === 'invented',
    })),
  };
}
