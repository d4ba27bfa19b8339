import type { guidance as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import * as identity from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { type Check, checksOf, decided, waiting } from './checks.repo.ts';
import { mayAsk, mayComplain, mayDecide, waitingOf } from './policy.ts';

type Reply = ReplyOf<typeof contract.readChecks>;
type View = Reply['checks'][number];

/** 告知复核 of one order. The centre's: a unit has no part in guidance. */
export async function readChecks(ctx: Context, { orderId }: { orderId: string }): Promise<Reply> {
  const order = await orders.findVisible(ctx, orderId);
  const checks = await checksOf(ctx, orderId);
  const decisions = {
    ask: mayAsk(ctx.actor, order, checks),
    complain: mayComplain(ctx.actor, order, checks),
    decide: mayDecide(ctx.actor, waitingOf(checks)),
  } as const;
  const names = ['ask', 'complain', 'decide'] as const;
  return {
    checks: ctx.actor.scope === 'all' ? await viewsOf(ctx, checks) : [],
    abilities: names.filter((name) => decisions[name].allowed),
  };
}

export async function listChecks(
  ctx: Context,
  { state, cursor }: InputOf<typeof contract.listChecks>,
): Promise<ReplyOf<typeof contract.listChecks>> {
  const after = placeOf(cursor);
  const isWaiting = state !== 'decided';
  const read = await (isWaiting ? waiting(ctx, after) : decided(ctx, after));
  const { shown, next } = cutPage(
    read.map((one) => ({
      ...one,
      by: (isWaiting ? one.due_at : (one.decided_at ?? one.due_at)).toISOString(),
      id: one.order_id,
    })),
  );
  const rows = new Map(
    (await orders.rowsFor(ctx, [...new Set(shown.map(({ order_id }) => order_id))])).map((row) => [
      row.id,
      row,
    ]),
  );
  const views = await viewsOf(ctx, shown);
  return {
    rows: views.flatMap((check, at) => {
      const order = rows.get(shown[at]?.order_id ?? '');
      return order ? [{ order, check }] : [];
    }),
    next,
    shownCap: pageRows,
  };
}

async function viewsOf(ctx: Context, checks: readonly Check[]): Promise<View[]> {
  if (checks.length === 0) return [];
  const [names, kinds, texts] = await Promise.all([
    identity.accountNames(
      ctx,
      checks.flatMap(({ given_by, decided_by }) => [given_by, decided_by]),
    ),
    matters.dispositions(ctx),
    textsOfAll(ctx, checks),
  ]);
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  return checks.map((one) => ({
    no: one.no,
    why: one.why,
    state: one.state,
    disposition: kinds.find(({ code }) => code === one.disposition_code)?.name ?? '',
    givenBy: nameOf(one.given_by),
    reason: texts.get(`${one.order_id} ${one.reason_no}`) ?? null,
    askedAt: one.asked_at.toISOString(),
    dueAt: one.due_at.toISOString(),
    isLate: (one.decided_at ?? ctx.now) > one.due_at,
    words: texts.get(`${one.order_id} ${one.words_no}`) ?? null,
    decidedBy: nameOf(one.decided_by),
    decidedAt: one.decided_at?.toISOString() ?? null,
  }));
}

async function textsOfAll(
  ctx: Context,
  checks: readonly Check[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(checks.map(({ order_id }) => order_id))];
  const all = await Promise.all(
    ids.map(async (id) =>
      (await orders.textsOf(ctx, id)).map(({ no, content }) => [`${id} ${no}`, content] as const),
    ),
  );
  return new Map(all.flat());
}
