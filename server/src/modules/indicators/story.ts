import type { SolvedAnswer } from '@minsheng/contract/words/call-back.ts';
import type { StoredEvent } from '../../platform/events.ts';
import { textOf } from './event-data.ts';
import type { Holder } from './mark.ts';

export type Told = Pick<StoredEvent, 'type' | 'at' | 'data'>;

/** 任务事实: what the events tell of one unit's duty. `undefined`: they do not say, because they are of an older form. */
export interface Duty {
  readonly id: string;
  readonly parent: string | null;
  readonly unit: string;
  readonly path: string;
  readonly role: string;
  readonly round: number;
  readonly sentAt: Date;
  readonly isOverride: boolean;
  signDueAt: Date | null | undefined;
  contactDueAt: Date | null | undefined;
  dueAt: Date | null;
  originalDueAt: Date | null;
  /** A clock stood still and the event does not say by how much the limit moved. */
  isDueKnown: boolean;
  /** The first sign that somebody has read it: signed, spoke, arrived, returned it. */
  seenAt: Date | null;
  isSignedLate: boolean;
  tries: { at: Date; reached: boolean }[];
  hasAskedReturn: boolean;
  returnAsked: { at: Date; reason: string } | null;
  ruledReturns: { askedAt: Date; at: Date; upheld: boolean; reason: string }[];
  isExtended: boolean;
  submittedAt: Date | null;
  claim: SolvedAnswer | null;
  parkedAt: Date | null;
  endedAt: Date | null;
}

export interface Answer {
  readonly at: Date;
  readonly reached: boolean;
  readonly contacted: boolean | null | undefined;
  readonly solved: string | null;
  readonly process: string | null;
  readonly result: string | null;
  readonly reasonClass: string | null;
}

/** 一轮: from a dispatch or a redo to what the requester said of its answer. */
export interface Round {
  readonly no: number;
  firstReplyAt: Date | null;
  approvedAt: Date | null;
  /** Who answered, and whether they say it is solved. */
  lead: Holder | null;
  claim: SolvedAnswer | null;
  handedInAt: Date | null;
  isRejected: boolean;
  isRedone: boolean;
  answers: Answer[];
  closedAs: string | null;
  closedAt: Date | null;
  isInspected: boolean;
  isFalse: boolean;
  /** 剔除: the code by which its rating does not count. */
  contested: string | null;
}

/** 督办: one supervision of the order. */
export interface Supervision {
  readonly unit: string | null;
  readonly path: string | null;
  dueAt: Date | null;
  doneAt: Date | null;
  isLate: boolean;
}

/** 工单事实: what all events of one order tell, in order. */
export interface Story {
  acceptedAt: Date | null;
  type: string;
  matter: string;
  area: string;
  urgency: string;
  issueId: string;
  hasNumber: boolean;
  needsCallBack: boolean;
  /** 主动工单: nobody asked. */
  isProactive: boolean;
  isValid: boolean;
  /** False while it still waits for somebody to accept it. */
  isAccepted: boolean;
  isAnsweredAtOnce: boolean;
  repeats: boolean;
  repeatedAt: Date[];
  toDispatchAt: Date | null;
  urgencyThen: string;
  firstSentAt: Date | null;
  endedAt: Date | null;
  /** Leads one after the other, with why the one before had to go. */
  leads: { duty: Duty; because: string | null }[];
  isInfoAsked: boolean;
  /** The grassroots guard refused a unit that somebody wanted to send it to. */
  isHeldByGuard: boolean;
  isUrged: boolean;
  pauses: { from: Date; to: Date | null }[];
  parkedAt: Date | null;
  parkedLead: Duty | null;
  lastMilestoneOn: string | null;
  clearedAt: Date | null;
  /** Taken back or withdrawn while it stood in the ledger. */
  isLedgerOver: boolean;
  duties: Map<string, Duty>;
  rounds: Round[];
  supervisions: Map<number, Supervision>;
  /** Every instant a due time ever stood at, for whoever asks how it was then. */
  everAt: Date[];
  /** The same of what falls due on a day: the last milestone of each plan. */
  everOn: string[];
}

export function emptyStory(): Story {
  return {
    acceptedAt: null,
    type: '',
    matter: '',
    area: '',
    urgency: '',
    issueId: '',
    hasNumber: true,
    needsCallBack: true,
    isProactive: false,
    isValid: true,
    isAccepted: false,
    isAnsweredAtOnce: false,
    repeats: false,
    repeatedAt: [],
    toDispatchAt: null,
    urgencyThen: '',
    firstSentAt: null,
    endedAt: null,
    leads: [],
    isInfoAsked: false,
    isHeldByGuard: false,
    isUrged: false,
    pauses: [],
    parkedAt: null,
    parkedLead: null,
    lastMilestoneOn: null,
    clearedAt: null,
    isLedgerOver: false,
    duties: new Map(),
    rounds: [],
    supervisions: new Map(),
    everAt: [],
    everOn: [],
  };
}

export type Hear = (story: Story, told: Told) => void;

export function dutyOf(story: Story, { data }: Told): Duty | undefined {
  return story.duties.get(textOf(data.assignment) ?? '');
}

export function roundOf(story: Story, no: number | null): Round {
  const wanted = no ?? story.rounds.at(-1)?.no ?? 0;
  const known = story.rounds.find((round) => round.no === wanted);
  if (known) return known;
  const made = emptyRound(wanted);
  story.rounds.push(made);
  return made;
}

const emptyRound = (no: number): Round => ({
  no,
  firstReplyAt: null,
  approvedAt: null,
  lead: null,
  claim: null,
  handedInAt: null,
  isRejected: false,
  isRedone: false,
  answers: [],
  closedAs: null,
  closedAt: null,
  isInspected: false,
  isFalse: false,
  contested: null,
});
