import type { NoticeChannel } from '@minsheng/contract/words/notices.ts';
import type { Role } from '@minsheng/contract/words/roles.ts';
import type { MessageName, messageFacts } from '../../city/index.ts';

export type Recipient =
  /** `phoneEnc` where the caller has just written it down. */
  | { kind: 'requester'; orderId: string; phoneEnc?: Buffer | null }
  /** Whoever wrote to us first, and is the requester of nothing we know. */
  | { kind: 'number'; number: string }
  /** `phoneEnc` where the unit has somebody of its own to tell, whoever is on duty; `people` are who reads it on screen. */
  | {
      kind: 'duty';
      unitCode: string;
      position: number;
      phoneEnc?: Buffer | null;
      people?: People | 'told';
    };

/** In person or by role; `told`: another notice of the same thing goes to their screens. */
export interface People {
  readonly role: Role | null;
  readonly accountId: string | null;
}

/** To the duty post of a unit, whose name is filled in here. */
type DutyMessage =
  | 'dispatched-duty'
  | 'duty-call'
  | 'supplement-duty'
  | 'urged-duty'
  | 'front-line-link'
  | 'named-duty'
  | 'named-duty-call'
  | 'named-duty-news'
  | 'reader-named'
  | 'letter-sent'
  | 'letter-due'
  | 'letter-overdue'
  | 'visit-asked'
  | 'clue-sent'
  | 'clue-recalled'
  | 'clue-check'
  | 'task-given'
  | 'task-due'
  | 'task-overdue'
  | 'task-sent-back'
  | 'due-soon'
  | 'overdue-below'
  | 'overdue'
  | 'urged-by-centre'
  | 'supervised-duty'
  | 'supervised-below'
  | 'supervision-late'
  | 'meeting-called'
  | 'meeting-moved'
  | 'meeting-soon'
  | 'meeting-cancelled'
  | 'wait-late';

/** What the caller puts into a message. */
type FactOf<Name extends MessageName> = Name extends DutyMessage
  ? Exclude<(typeof messageFacts)[Name][number], 'unit'>
  : (typeof messageFacts)[Name][number];

export interface Notice<Name extends MessageName> {
  template: Name;
  channel: NoticeChannel;
  to: Recipient;
  orderId?: string;
  assignmentId?: string;
  /** Never names, addresses or a citizen's words. */
  facts: Readonly<Record<FactOf<Name>, string>>;
  /** U1 and U2 wake people; whoever has just written is awake. */
  urgent: boolean;
}
