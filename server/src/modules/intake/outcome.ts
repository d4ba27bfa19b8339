import type { intake } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as knowledge from '../knowledge/index.ts';
import * as matters from '../matters/index.ts';
import type * as orders from '../orders/index.ts';
import { text } from './text.ts';
import type { TransferWay } from './transfers.repo.ts';

type Asked = Pick<
  InputOf<typeof intake.acceptWaiting>,
  | 'result'
  | 'answer'
  | 'knowledgeCode'
  | 'dispositionCode'
  | 'dispositionReason'
  | 'transferTo'
  | 'awaitsFeedback'
  | 'transferRow'
  | 'byThreeWay'
  | 'firstReceiver'
>;

export interface Outcome {
  /** Where an order begins that is written down with this outcome. */
  status: orders.OrderBeginning;
  /** How one that waited moves there. */
  step: orders.OrderStep;
  set: {
    closed_at?: Date;
    knowledge_code?: string | null;
    disposition_code?: string;
  };
  /** Words to keep with the order: the answer read, why it was disposed of, whom it went to. */
  answer: string | null;
  /** 告知短信, as the city wrote it for this kind of guidance. */
  guidance: string | null;
  /** Whom it went to, where their feedback is awaited. */
  transferTo: string | null;
  transfer: TransferWay | null;
  data: Record<string, string | null>;
}

/**
 * 受理方式: what becomes of an appeal besides dispatch. An answer cites a valid entry or gives words; guidance names its
 * case; an emergency is never only told the way. Refuses `intake.*-needed`, `knowledge.expired`, `intake.emergency-not-disposed`.
 */
export async function outcomeOf(ctx: Context, asked: Asked, urgency: Urgency): Promise<Outcome> {
  switch (asked.result) {
    case 'dispatch':
      return { ...untold, status: 'to-dispatch', step: 'accept' };
    case 'answer':
      return answered(ctx, asked);
    case 'dispose':
      return disposed(ctx, asked, urgency);
    case 'transfer':
      return transferred(ctx, asked, urgency);
    default:
      return asked.result satisfies never;
  }
}

const untold = {
  set: {},
  answer: null,
  guidance: null,
  transferTo: null,
  transfer: null,
  data: {},
} as const;

async function answered(ctx: Context, asked: Asked): Promise<Outcome> {
  const entry = asked.knowledgeCode ? await knowledge.cite(ctx, asked.knowledgeCode) : null;
  const answer = asked.answer || entry?.answer;
  refuseUnless(answer, 'intake.answer-needed');
  return {
    ...untold,
    status: 'answered',
    step: 'answer',
    set: { closed_at: ctx.now, knowledge_code: entry?.code ?? null },
    answer,
    data: { knowledge: entry?.code ?? null },
  };
}

/** 国办函〔2025〕66号(二): say which lawful channel, do not just refuse. */
async function disposed(ctx: Context, asked: Asked, urgency: Urgency): Promise<Outcome> {
  refuseUnless(urgency !== 'U1', 'intake.emergency-not-disposed');
  refuseUnless(asked.dispositionCode && asked.dispositionReason, 'intake.disposition-needed');
  const known = (await matters.dispositions(ctx)).find(
    ({ code }) => code === asked.dispositionCode,
  );
  refuseUnless(known, 'intake.no-such-disposition', { code: asked.dispositionCode });
  return {
    ...untold,
    status: 'disposed',
    step: 'dispose',
    set: { closed_at: ctx.now, disposition_code: known.code },
    answer: `${known.words}\n${asked.dispositionReason}`,
    guidance: known.sms,
    data: { disposition: known.code },
  };
}

/** T4: what endangers somebody stays open until the other side has fed back, the rest where the agent wants it followed. */
async function transferred(ctx: Context, asked: Asked, urgency: Urgency): Promise<Outcome> {
  const { transferTo } = asked;
  refuseUnless(transferTo, 'intake.transfer-needed');
  const told = { ...untold, answer: text.putThrough(transferTo) };
  if (urgency !== 'U1' && !asked.awaitsFeedback)
    return { ...told, status: 'transferred', step: 'transfer-away', set: { closed_at: ctx.now } };
  const transfer = {
    to: transferTo,
    listRow: await listRowOf(ctx, asked.transferRow),
    byThreeWay: asked.byThreeWay ?? false,
    firstReceiver: asked.firstReceiver ?? false,
  };
  return {
    ...told,
    status: 'in-transfer',
    step: 'transfer',
    transferTo,
    transfer,
    data: { listRow: transfer.listRow },
  };
}

/** 互转事项清单: only a row both lines have signed may be named. */
async function listRowOf(ctx: Context, code: string | undefined): Promise<string | null> {
  if (code === undefined || code === '') return null;
  const rows = await matters.linkageRows(ctx, 'to-110');
  refuseUnless(
    rows.some((row) => row.code === code),
    'intake.no-such-list-row',
  );
  return code;
}
