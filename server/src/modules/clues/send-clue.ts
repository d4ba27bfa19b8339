import type { clues as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { notify } from '../notices/index.ts';
import * as organisation from '../organisation/index.ts';
import { type Clue, clueNo, clueSubject } from './clue.ts';
import { changeClue, lockClue } from './clues.repo.ts';
import { refuseUnhandled } from './findings.ts';
import { demandKind } from './kinds.ts';
import { maySend } from './policy.ts';
import { insertSending, sendingsOf } from './sendings.repo.ts';
import { noMoreWork, receiptLater } from './waits.ts';
import { refuseWrongUnits } from './who-knows.ts';

/** 抄报: scanned once more at this very moment; to a unit that looks into such things and knows nothing of the order. */
export async function sendClue(
  ctx: Context,
  { clueId, unit: code }: InputOf<typeof contract.sendClue>,
): Promise<{ done: true }> {
  const clue = await lockClue(ctx, clueId);
  demand(maySend(ctx.actor, clue));
  const [unit, kind, earlier] = await Promise.all([
    organisation.unit(ctx, code),
    demandKind(ctx, clue.kind),
    sendingsOf(ctx, [clueId]),
  ]);
  await refuseWrongUnits(ctx, clueId, [unit]);
  refuseUnless(
    earlier.every((one) => one.unit_code !== unit.code || one.recalled_at !== null),
    'clues.sent-before',
    { unit: unit.name },
  );
  await refuseUnhandled(ctx, clue);
  const no = earlier.length + 1;
  const receiptDueAt = await receiptLater(ctx, { id: clueId, no });
  await insertSending(ctx, {
    clue_id: clueId,
    no,
    unit_code: unit.code,
    basis: kind.basis,
    receipt_due_at: receiptDueAt,
  });
  await changeClue(ctx, clueId, { state: 'sent' });
  await noMoreWork(ctx, clueId);
  tell(ctx, clueSubject(clueId), 'clues.sent', { no, unit: unit.code });
  await tellUnit(ctx, clue, { unitCode: unit.code, due: receiptDueAt });
  announce(ctx, 'clues');
  return { done: true };
}

async function tellUnit(
  ctx: Context,
  clue: Clue,
  { unitCode, due }: { unitCode: string; due: Date },
): Promise<void> {
  const { on, time } = organisation.cityHour(due, ctx.city.zone);
  await notify(ctx, {
    template: 'clue-sent',
    channel: 'sms',
    to: { kind: 'duty', unitCode, position: 1 },
    facts: { clue_no: clueNo(clue), due: `${on} ${time}` },
    urgent: false,
  });
}
