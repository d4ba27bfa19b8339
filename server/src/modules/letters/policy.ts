import {
  letterStateLabel,
  type ReceiptState,
  receiptStateLabel,
} from '@minsheng/contract/words/letters.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, any, type Decision, forbidden } from '../../platform/refusal.ts';
import type { Letter } from './letters.repo.ts';
import type { Receipt } from './receipts.repo.ts';

type Standing = Pick<Letter, 'state' | 'drafted_by'>;

const may = (actor: Actor, permission: Parameters<Actor['has']>[0]): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

const stands = ({ state }: Standing, ...wanted: readonly Letter['state'][]): Decision =>
  allowIf(wanted.includes(state), 'letters.stale', { state: letterStateLabel[state] });

/** Its drafter alone: whoever approves must not have written it. */
export const mayChange = (actor: Actor, letter: Standing): Decision =>
  all(
    may(actor, 'letters.write'),
    allowIf(letter.drafted_by === actor.accountId, 'identity.not-permitted'),
    stands(letter, 'draft'),
  );

/** 双人把关: a second person. */
export const mayApprove = (actor: Actor, letter: Standing): Decision =>
  all(
    may(actor, 'letters.approve'),
    stands(letter, 'draft'),
    allowIf(letter.drafted_by !== actor.accountId, 'letters.own-draft'),
  );

export const maySend = (actor: Actor, letter: Standing): Decision =>
  all(may(actor, 'letters.write'), stands(letter, 'approved'));

/** 更正: of what units have already; what has not left is changed or withdrawn. */
export const mayCorrect = (actor: Actor, letter: Pick<Standing, 'state'>): Decision =>
  all(
    may(actor, 'letters.write'),
    allowIf(
      letter.state === 'sent' || letter.state === 'signed' || letter.state === 'answered',
      'letters.nothing-to-correct',
    ),
  );

export const mayWithdraw = (actor: Actor, letter: Standing): Decision =>
  all(
    any(
      may(actor, 'letters.approve'),
      all(
        may(actor, 'letters.write'),
        allowIf(letter.drafted_by === actor.accountId, 'identity.not-permitted'),
      ),
    ),
    stands(letter, 'draft', 'approved'),
  );

const receiptStands = (
  receipt: Pick<Receipt, 'state'> | null,
  ...wanted: readonly ReceiptState[]
): Decision => {
  if (!receipt) return forbidden('letters.not-to-you');
  const state = receiptStateLabel[receipt.state];
  return allowIf(wanted.includes(receipt.state), 'letters.receipt-stale', { state });
};

/** Somebody of the very unit it went to. */
export const maySign = (actor: Actor, own: Pick<Receipt, 'state'> | null): Decision =>
  all(may(actor, 'letters.receive'), receiptStands(own, 'unsigned'));

export const mayAnswer = (actor: Actor, own: Pick<Receipt, 'state'> | null): Decision =>
  all(may(actor, 'letters.receive'), receiptStands(own, 'to-answer', 'sent-back'));

export const mayJudge = (actor: Actor, receipt: Pick<Receipt, 'state'> | null): Decision =>
  all(may(actor, 'letters.write'), receiptStands(receipt, 'to-review'));
