import type { intake } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { IntakeResult, Urgency } from '@minsheng/contract/words/order.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import * as knowledge from '../knowledge/index.ts';
import * as matters from '../matters/index.ts';

type Asked = Pick<
  InputOf<typeof intake.acceptWaiting>,
  'result' | 'answer' | 'knowledgeCode' | 'dispositionCode' | 'dispositionReason' | 'transferTo'
>;

export interface Outcome {
  result: IntakeResult;
  set: { knowledge_code?: string | null; disposition_code?: string };
  /** Words to keep with the order: the answer read, why it was disposed of, whom it went to. */
  answer: string | null;
  data: Record<string, string | null>;
}

/**
 * 受理方式: what becomes of an appeal besides dispatch. An answer cites a valid entry or gives words; guidance names its
 * case; an emergency is never only told the way. Refuses `intake.*-needed`, `knowledge.expired`, `intake.emergency-not-disposed`.
 */
export async function outcomeOf(ctx: Context, asked: Asked, urgency: Urgency): Promise<Outcome> {
  switch (asked.result) {
    case 'dispatch':
      return { result: 'dispatch', set: {}, answer: null, data: {} };
    case 'answer':
      return answered(ctx, asked);
    case 'dispose':
      return disposed(ctx, asked, urgency);
    case 'transfer':
      refuseUnless(asked.transferTo, 'intake.transfer-needed');
      return { result: 'transfer', set: {}, answer: asked.transferTo, data: {} };
    default:
      return asked.result satisfies never;
  }
}

async function answered(ctx: Context, asked: Asked): Promise<Outcome> {
  const entry = asked.knowledgeCode ? await knowledge.cite(ctx, asked.knowledgeCode) : null;
  const answer = asked.answer || entry?.answer;
  refuseUnless(answer, 'intake.answer-needed');
  return {
    result: 'answer',
    set: { knowledge_code: entry?.code ?? null },
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
    result: 'dispose',
    set: { disposition_code: known.code },
    answer: `${known.words}\n${asked.dispositionReason}`,
    data: { disposition: known.code },
  };
}

export const statusAfter = {
  dispatch: 'to-dispatch',
  answer: 'answered',
  dispose: 'disposed',
  transfer: 'transferred',
} as const satisfies Record<IntakeResult, string>;

export const stepAfter = {
  dispatch: 'accept',
  answer: 'answer',
  dispose: 'dispose',
  transfer: 'transfer',
} as const satisfies Record<IntakeResult, string>;
