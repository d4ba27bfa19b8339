import type { retention as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { ListState } from '@minsheng/contract/words/retention.ts';
import type { Context } from '../../platform/context.ts';
import { idOf, pageRows } from '../../platform/keyset.ts';
import { accountNames } from '../identity/index.ts';
import { matterTree } from '../matters/index.ts';
import { type DestructionList, findList, itemsOf, pageOfLists } from './lists.repo.ts';
import { mayRefuse, maySecure, maySign } from './policy.ts';

const open: readonly ListState[] = ['proposed', 'signed', 'approved'];
const ended: readonly ListState[] = ['destroyed', 'refused'];

export async function listLists(
  ctx: Context,
  { state, cursor }: InputOf<typeof contract.listLists>,
): Promise<ReplyOf<typeof contract.listLists>> {
  const states = state === 'open' ? open : ended;
  const read = await pageOfLists(ctx, { states, before: idOf(cursor) });
  const shown = read.slice(0, pageRows);
  return {
    rows: shown.map(briefOf),
    next: read.length > pageRows ? (shown.at(-1)?.id ?? null) : null,
    shownCap: pageRows,
  };
}

const briefOf = (list: DestructionList) => ({
  id: list.id,
  name: list.class_name,
  kind: list.kind,
  month: list.month,
  years: list.years,
  state: list.state,
  orders: list.orders,
  proposedAt: list.proposed_at.toISOString(),
});

const sampleRows = 20;
type View = ReplyOf<typeof contract.readList>;

/** 清册: the numbers and kinds of orders, never what they say: both who sign may see it. */
export async function readList(
  ctx: Context,
  { listId }: InputOf<typeof contract.readList>,
): Promise<View> {
  const list = await findList(ctx, listId);
  const [sample, names, tree] = await Promise.all([
    itemsOf(ctx, list, { skip: 0, most: sampleRows }),
    accountNames(ctx, [list.signed_by, list.secured_by, list.refused_by]),
    matterTree(ctx),
  ]);
  const signature = (id: string | null, at: Date | null) =>
    id === null || at === null ? null : { by: names.get(id) ?? '', at: at.toISOString() };
  const refused = signature(list.refused_by, list.refused_at);
  return {
    ...briefOf(list),
    basis: list.basis,
    closedBefore: list.closed_before.toISOString(),
    oldestAt: list.oldest_at.toISOString(),
    newestAt: list.newest_at.toISOString(),
    held: list.held,
    digest: list.digest.toString('hex'),
    sample: sample.map((item) => ({
      orderNo: item.order_no,
      type: item.type,
      matter: tree.get(item.matter_code)?.leaf ?? item.matter_code,
      closedAt: item.closed_at.toISOString(),
      outcome: item.outcome,
    })),
    signed: signature(list.signed_by, list.signed_at),
    secured: signature(list.secured_by, list.secured_at),
    refused: refused && { ...refused, reason: list.refused_reason ?? '' },
    record: recordOf(list),
    can: {
      sign: maySign(ctx.actor, list).allowed,
      secure: maySecure(ctx.actor, list).allowed,
      refuse: mayRefuse(ctx.actor, list).allowed,
    },
  };
}

function recordOf(list: DestructionList): View['record'] {
  if (list.ended_at === null || list.record_hash === null) return null;
  return {
    at: list.ended_at.toISOString(),
    destroyed: list.destroyed ?? 0,
    held: list.left_held ?? 0,
    changed: list.changed ?? 0,
    hash: list.record_hash.toString('hex'),
  };
}
