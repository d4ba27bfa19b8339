import { type ClueState, clueStateLabel } from '@minsheng/contract/words/clues.ts';
import type { Permission } from '@minsheng/contract/words/roles.ts';
import type { Actor } from '../../platform/actor.ts';
import { all, allowIf, type Decision } from '../../platform/refusal.ts';
import type { Clue, Feedback, Sending } from './clue.ts';

const may = (actor: Actor, permission: Permission): Decision =>
  allowIf(actor.has(permission), 'identity.not-permitted');

const stands = ({ state }: Pick<Clue, 'state'>, ...wanted: readonly ClueState[]): Decision =>
  allowIf(wanted.includes(state), 'clues.stale', { state: clueStateLabel[state] });

const another = (
  actor: Actor,
  people: readonly (string | null)[],
  code: 'clues.own-pack' | 'clues.own-feedback' | 'clues.own-contest',
): Decision => allowIf(actor.accountId === null || !people.includes(actor.accountId), code);

/** 标记: on an order one sees; without one only who works on clues. */
export const mayMark = (actor: Actor, onOrder: boolean): Decision =>
  all(may(actor, 'clues.mark'), allowIf(onOrder || actor.has('clues.lead'), 'clues.order-needed'));

/** 整理、并入. */
export const mayChange = (actor: Actor, clue: Pick<Clue, 'state'>): Decision =>
  all(may(actor, 'clues.lead'), stands(clue, 'draft', 'signed', 'declined'));

export const mayJoin = (actor: Actor, clue: Pick<Clue, 'state'>): Decision =>
  all(may(actor, 'clues.lead'), stands(clue, 'draft'));

/** 双人: neither who marked it nor who wrote the pack. */
export const maySign = (
  actor: Actor,
  clue: Pick<Clue, 'state' | 'marked_by' | 'facts_by'>,
): Decision =>
  all(
    may(actor, 'clues.sign'),
    stands(clue, 'draft'),
    another(actor, [clue.marked_by, clue.facts_by], 'clues.own-pack'),
  );

export const maySend = (actor: Actor, clue: Pick<Clue, 'state'>): Decision =>
  all(may(actor, 'clues.lead'), stands(clue, 'signed', 'declined'));

/** 撤回: from a unit that has not dealt with it. */
export const mayRecall = (actor: Actor, clue: Pick<Clue, 'state'>): Decision =>
  all(may(actor, 'clues.lead'), stands(clue, 'sent', 'accepted'));

export const mayClose = (actor: Actor, clue: Pick<Clue, 'state'>): Decision =>
  mayChange(actor, clue);

export const mayHandle = (actor: Actor): Decision => may(actor, 'clues.handle');

/** 受理单位: whom it was handed to last. */
const isTheirs = (actor: Actor, sending: Pick<Sending, 'unit_code'> | null): Decision =>
  all(
    may(actor, 'clues.handle'),
    allowIf(sending !== null && sending.unit_code === actor.unitCode, 'clues.not-yours'),
  );

type Held = Pick<Sending, 'unit_code' | 'receipt_at' | 'accepted'>;

export const mayReceipt = (
  actor: Actor,
  clue: Pick<Clue, 'state'>,
  sending: Held | null,
): Decision =>
  all(
    isTheirs(actor, sending),
    stands(clue, 'sent'),
    allowIf(sending?.receipt_at === null, 'clues.stale', { state: clueStateLabel[clue.state] }),
  );

export const mayAnswer = (
  actor: Actor,
  clue: Pick<Clue, 'state'>,
  sending: Held | null,
): Decision => all(isTheirs(actor, sending), stands(clue, 'sent'));

/** 联查、报结. */
export const mayWork = (actor: Actor, clue: Pick<Clue, 'state'>, sending: Held | null): Decision =>
  all(isTheirs(actor, sending), stands(clue, 'accepted'));

export const mayWriteFeedback = (
  actor: Actor,
  clue: Pick<Clue, 'state'>,
  feedback: Pick<Feedback, 'told_at'> | null,
): Decision =>
  all(
    may(actor, 'clues.lead'),
    allowIf(clue.state === 'closed', 'clues.not-closed'),
    allowIf(feedback === null || feedback.told_at === null, 'clues.told'),
  );

export const mayApproveFeedback = (
  actor: Actor,
  feedback: Pick<Feedback, 'told_at' | 'written_by' | 'sent_back_words'> | null,
): Decision =>
  all(
    may(actor, 'clues.sign'),
    allowIf(feedback !== null && feedback.sent_back_words === null, 'clues.no-feedback'),
    allowIf(feedback?.told_at === null, 'clues.told'),
    another(actor, [feedback?.written_by ?? null], 'clues.own-feedback'),
  );

export const mayContest = (actor: Actor): Decision => may(actor, 'clues.lead');

export const mayDecideContest = (
  actor: Actor,
  { decided_at, asked_by }: { decided_at: Date | null; asked_by: string | null },
): Decision =>
  all(
    may(actor, 'clues.sign'),
    allowIf(decided_at === null, 'clues.contest-decided'),
    another(actor, [asked_by], 'clues.own-contest'),
  );
