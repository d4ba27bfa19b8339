import type { handling } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { holdDuty, stageReportLater } from '../dispatch/index.ts';
import { notify } from '../notices/index.ts';
import * as orders from '../orders/index.ts';
import { personalWordsIn } from '../redaction/index.ts';
import { mayWriteStageReport } from './policy.ts';
import { stageReportText } from './text.ts';

/** 阶段报告: done so far, next, by when; a sentence of it reaches the requester when the unit wants so. */
export async function writeStageReport(
  ctx: Context,
  input: InputOf<typeof handling.writeStageReport>,
): Promise<ReplyOf<typeof handling.writeStageReport>> {
  const { order, duty } = await holdDuty(ctx, input);
  demand(mayWriteStageReport(ctx.actor, order, duty));
  const { content, forRequester } = input;
  const found = await personalWordsIn(ctx, order.id, [forRequester]);
  refuseUnless(found.length === 0, 'handling.stage-report-names-person', {
    found: found.join('、'),
  });

  const words = await orders.addText(ctx, order.id, {
    kind: 'reason',
    content: stageReportText(content, forRequester),
    fields: { forRequester },
  });
  const nextDueAt = await stageReportLater(ctx, duty);
  tell(ctx, { kind: 'order', id: order.id }, 'handling.stage-reported', {
    assignment: duty.id,
    unit: duty.unit_code,
    text: words.no,
    digest: words.digest,
    requesterTold: forRequester !== '',
  });
  announce(ctx, 'desk:report-late');
  if (forRequester !== '') await tellRequester(ctx, order, forRequester);
  return { nextDueAt: nextDueAt?.toISOString() ?? null };
}

async function tellRequester(ctx: Context, order: orders.Order, progress: string): Promise<void> {
  await notify(ctx, {
    template: 'stage-report',
    channel: 'sms',
    to: { kind: 'requester', orderId: order.id },
    orderId: order.id,
    facts: { order_no: order.order_no, progress },
    urgent: false,
  });
}

const kept = z.object({ forRequester: z.string() });

/** What the requester was told with the report kept under this number; empty where it was nothing. */
export function saidInStageReport(texts: readonly orders.StoredText[], no: unknown): string {
  const { data } = kept.safeParse(texts.find((text) => text.no === no)?.fields);
  return data?.forRequester ?? '';
}
