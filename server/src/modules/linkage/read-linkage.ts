import type { linkage } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { type ProgressStage, progressStages } from '@minsheng/contract/words/exchange.ts';
import type { LinkageList } from '@minsheng/contract/words/linkage.ts';
import type { Context } from '../../platform/context.ts';
import { casesOfOrder, messageOf } from '../exchange/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { police } from './hand-over.ts';
import { mediationViews } from './mediations.ts';
import { mayMediate, mayReportClue } from './policy.ts';
import { type LinkageRecord, recordsOf, sumsBetween } from './records.repo.ts';

type View = ReplyOf<typeof linkage.orderLinkage>;

/** 两边的状态 of one order: how far 110 is, beside how far our units are. */
export async function orderLinkage(
  ctx: Context,
  { orderId }: InputOf<typeof linkage.orderLinkage>,
): Promise<View> {
  await orders.findVisible(ctx, orderId);
  const [records, cases, peer] = await Promise.all([
    recordsOf(ctx, orderId),
    casesOfOrder(ctx, orderId),
    police(ctx),
  ]);
  const theirNo = new Map(cases.map((one) => [one.peer, one.their_no]));
  return {
    rows: await Promise.all(
      records.map((record) => viewOf(ctx, record, theirNo.get(record.peer) ?? null)),
    ),
    mediations: await mediationViews(ctx, orderId),
    mayReportClue: peer !== null && mayReportClue(ctx.actor).allowed,
    mayMediate: records.length > 0 && mayMediate(ctx.actor).allowed,
  };
}

async function viewOf(
  ctx: Context,
  record: LinkageRecord,
  theirNo: string | null,
): Promise<View['rows'][number]> {
  const message = record.message_id ? await messageOf(ctx, record.message_id) : null;
  return {
    id: record.id,
    act: record.act,
    mechanism: record.mechanism,
    state: record.state,
    isReceipted: record.act === 'received' || message?.state === 'delivered',
    stage: stageOf(record.stage),
    theirNo,
    callRef: record.call_ref,
    listRow: await rowWords(ctx, record),
    basis: record.basis,
    askedAt: record.asked_at.toISOString(),
    acceptedAt: record.accepted_at?.toISOString() ?? null,
    endedAt: record.ended_at?.toISOString() ?? null,
  };
}

const stageOf = (stage: string | null): ProgressStage | null =>
  progressStages.find((each) => each === stage) ?? null;

async function rowWords(ctx: Context, { act, list_row }: LinkageRecord): Promise<string | null> {
  if (list_row === null) return null;
  const list: LinkageList = act === 'received' ? 'from-110' : 'to-110';
  const row = (await matters.linkageRows(ctx, list)).find(({ code }) => code === list_row);
  return row ? `${row.code} ${row.item}` : list_row;
}

/** 按机制统计. */
export async function linkageFigures(
  ctx: Context,
  { from, until }: InputOf<typeof linkage.linkageFigures>,
): Promise<ReplyOf<typeof linkage.linkageFigures>> {
  return { rows: await sumsBetween(ctx, from, until) };
}
