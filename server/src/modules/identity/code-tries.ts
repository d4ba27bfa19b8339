import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { networkOf } from './network-of.ts';
import { countTry, inLine, shutForMinutes, type Try, triesOf } from './tries.ts';

/** Wrong codes of one order in a quarter of an hour, from anywhere; then everybody waits before each try. */
const mostOfAnOrder = 50;
const waitSeconds = 30;

interface CodeTries {
  /** This network at this order. */
  readonly own: Try;
  /** Everybody at this order. */
  readonly all: Try;
  /** When this network was told to wait, or tried last: the next try is heard half a minute later. */
  readonly wait: Try;
}

function triesAt({ actor }: Context, orderNo: string): CodeTries {
  const own = `${networkOf(actor.from ?? actor.accountId ?? '')} ${orderNo}`;
  return {
    own: { scope: 'query-code', key: own },
    all: { scope: 'query-code-order', key: orderNo },
    wait: { scope: 'query-code-wait', key: own },
  };
}

/**
 * 防猜查询码: five wrong ones from one network at one order shut that order for this network alone
 * (`public.too-many-tries`); nobody can shut it for its requester. Fifty from anywhere make everybody wait before each
 * try (`public.slow-down`), and then the right code opens. The arithmetic stands in the README.
 *
 * In a transaction of its own before anything is opened, and of one order one after the other: a wrong code stands there
 * before the next is looked at, so that a thousand at once are no more than five.
 */
export async function tryCode(
  ctx: Context,
  orderNo: string,
  isRight: () => Promise<boolean>,
): Promise<void> {
  const tries = triesAt(ctx, orderNo);
  await inLine(ctx, tries.all);
  await refuseGuessing(ctx, tries);
  if (await isRight()) return;
  for (const what of [tries.own, tries.all, tries.wait]) await countTry(ctx, what);
}

async function refuseGuessing(ctx: Context, { own, all, wait }: CodeTries): Promise<void> {
  const minutes = await shutForMinutes(ctx, own);
  if (minutes !== null) throw new Refusal('public.too-many-tries', { minutes });

  if ((await triesOf(ctx, all, mostOfAnOrder)).length < mostOfAnOrder) return;
  const [since] = await triesOf(ctx, wait, 1);
  const waited = since ? (ctx.now.getTime() - since.getTime()) / 1000 : 0;
  if (waited >= waitSeconds) return;
  const seconds = Math.ceil(waitSeconds - waited);
  throw new Refusal('public.slow-down', { seconds }, since ? null : (then) => countTry(then, wait));
}
