import { type SolvedAnswer, solvedAnswers } from '@minsheng/contract/words/call-back.ts';
import type { EventType } from '@minsheng/contract/words/events.ts';
import { instantOf, numberOf, textOf } from './event-data.ts';
import { remember } from './hear-due.ts';
import { type Duty, dutyOf, type Hear, roundOf, type Story, type Told } from './story.ts';

const assigned: Hear = (story, { at, data }) => {
  const id = textOf(data.assignment);
  const unit = textOf(data.unit);
  if (id === null || unit === null) return;
  const dueAt = instantOf(data.dueAt) ?? null;
  const duty: Duty = {
    id,
    unit,
    parent: textOf(data.parent),
    path: textOf(data.path) ?? unit,
    role: textOf(data.role) ?? '',
    round: numberOf(data.round) ?? 0,
    sentAt: at,
    isOverride: data.override === true,
    signDueAt: instantOf(data.signDueAt),
    contactDueAt: instantOf(data.contactDueAt),
    dueAt,
    originalDueAt: dueAt,
    isDueKnown: true,
    seenAt: null,
    isSignedLate: false,
    tries: [],
    hasAskedReturn: false,
    returnAsked: null,
    ruledReturns: [],
    isExtended: false,
    submittedAt: null,
    claim: null,
    parkedAt: null,
    endedAt: null,
  };
  remember(story, duty);
  story.duties.set(id, duty);
  if (duty.role === 'lead') leads(story, duty);
};

/** The same unit again is no change of the lead; what it returns later is its newer duty. */
function leads(story: Story, duty: Duty): void {
  const before = story.leads.at(-1);
  if (before?.duty.unit === duty.unit) {
    before.duty = duty;
    return;
  }
  const because = before?.duty.ruledReturns.findLast(({ upheld }) => upheld)?.reason ?? null;
  story.leads.push({ duty, because });
}

/** What happens to one duty; whatever shows that somebody has read it counts as seen. */
const toDuty =
  (change: (duty: Duty, told: Told, story: Story) => void, isSeen: boolean): Hear =>
  (story, told) => {
    const duty = dutyOf(story, told);
    if (!duty) return;
    if (isSeen) duty.seenAt ??= told.at;
    change(duty, told, story);
  };

const isAnswer = (value: string | null): value is SolvedAnswer =>
  solvedAnswers.some((answer) => answer === value);

function claims(duty: Duty, { data }: Told): void {
  const claim = textOf(data.solved);
  if (isAnswer(claim)) duty.claim = claim;
}

function ruled(duty: Duty, { at }: Told, upheld: boolean): void {
  const asked = duty.returnAsked;
  if (asked) duty.ruledReturns.push({ askedAt: asked.at, at, upheld, reason: asked.reason });
  duty.returnAsked = null;
}

export const hearDuty: Partial<Record<EventType, Hear>> = {
  'dispatch.assigned': assigned,
  'dispatch.delegated': toDuty(() => {}, true),
  'dispatch.duty-revoked': toDuty((duty, { at }) => {
    duty.endedAt ??= at;
  }, false),
  'handling.signed': toDuty((duty, { data }) => {
    duty.isSignedLate = data.late === true;
  }, true),
  'handling.auto-signed': toDuty((duty) => {
    duty.isSignedLate = true;
  }, false),
  'handling.contacted': (story, told) => {
    const duty = dutyOf(story, told);
    if (!duty) return;
    const reached = told.data.reached === true;
    duty.tries.push({ at: told.at, reached });
    if (reached) duty.seenAt ??= told.at;
  },
  'handling.arrived': toDuty(() => {}, true),
  'handling.sign-off-asked': toDuty(claims, true),
  'handling.handed-in': toDuty((duty, told) => {
    duty.submittedAt = told.at;
    claims(duty, told);
  }, true),
  'handling.sent-back': toDuty((duty) => {
    duty.submittedAt = null;
  }, false),
  'deferrals.duty-parked': toDuty((duty, { at, data }, story) => {
    duty.parkedAt = at;
    duty.dueAt = instantOf(data.dueAt) ?? duty.dueAt;
    remember(story, duty);
  }, true),
  'disputes.return-drafted': toDuty(() => {}, true),
  'disputes.return-asked': toDuty((duty, { at, data }) => {
    duty.hasAskedReturn = true;
    duty.returnAsked = { at, reason: textOf(data.returnReason) ?? 'other' };
  }, true),
  'disputes.return-withdrawn': toDuty((duty) => {
    duty.returnAsked = null;
  }, false),
  'disputes.return-upheld': toDuty((duty, told) => {
    ruled(duty, told, true);
    duty.endedAt = told.at;
  }, false),
  'disputes.return-rejected': toDuty((duty, told) => ruled(duty, told, false), false),
  'dispatch.sent': (story, { at }) => {
    story.firstSentAt ??= at;
    roundOf(story, 0);
  },
  /** 撤销派单 within a minute: nobody had it, so it never was. */
  'dispatch.undone': (story) => {
    story.firstSentAt = null;
    story.leads = [];
    story.duties.clear();
    story.rounds = [];
  },
  'dispatch.guard-held': (story) => {
    story.isHeldByGuard = true;
  },
  'dispatch.recalled': (story, { at }) => {
    for (const pause of story.pauses) pause.to ??= at;
    if (story.parkedAt && !story.clearedAt) story.isLedgerOver = true;
  },
};
