import type { visits as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { peopleWho } from '../identity/index.ts';

/** 可派的核查人 of one unit. */
export async function visitorsIn(
  ctx: Context,
  unitCode: string,
): Promise<{ accountId: string; name: string }[]> {
  const people = await peopleWho(ctx, 'visits.do', unitCode);
  return people.map(({ id, name }) => ({ accountId: id, name }));
}

export async function listVisitors(
  ctx: Context,
  { unitCode }: InputOf<typeof contract.listVisitors>,
): Promise<ReplyOf<typeof contract.listVisitors>> {
  return { rows: await visitorsIn(ctx, unitCode) };
}
