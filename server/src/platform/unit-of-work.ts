import type { EventType, SubjectKind } from '@minsheng/contract/words/events.ts';
import type { RawBuilder } from 'kysely';
import type { Json } from './json.ts';

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

export interface PendingEvent {
  readonly subject: Subject;
  readonly type: EventType;
  readonly data: Readonly<Record<string, Json>>;
}

export interface PendingAlarm {
  readonly at: Date;
  readonly job: string;
  readonly payload: Json;
}

export interface AuditLine {
  readonly word: string;
  readonly method: string;
  readonly path: string;
}

export interface KeptReply {
  readonly scope: string;
  readonly key: string;
  readonly requestHash: Buffer;
  readonly reply: Buffer;
}

/** The last event of a chain; before the first one 0 and null. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: Buffer | null;
}

export interface Part {
  readonly key: readonly string[];
  readonly by: number;
}

/** Rows that many transactions add to. `write` is one insert for all of a transaction, in the order of its keys. */
export interface Sums {
  readonly name: string;
  readonly write: (cityId: number, parts: readonly Part[]) => RawBuilder<unknown>;
}

/** What one transaction still has to write: flushed in one statement just before its commit. */
export interface UnitOfWork {
  readonly events: PendingEvent[];
  /** Subjects made in this transaction: their chain starts here, no head has to be read. */
  readonly newSubjects: Set<string>;
  /** Where the chains of subjects end that somebody is about to tell something of, by id. */
  readonly heads: Map<string, Promise<ChainHead>>;
  /** By key; null takes the alarm away. */
  readonly alarms: Map<string, PendingAlarm | null>;
  /** For live screens: what lists may have changed. */
  readonly topics: Set<string>;
  /** Ids for the audit line. */
  readonly facts: Record<string, Json>;
  /** Statements of windows that leave as parts of the last one and so cost no round trip. Made when it is written. */
  readonly besides: (() => RawBuilder<unknown>)[];
  /** What is added to rows of everybody, by key: one for all use cases done together, written by the last of them. */
  readonly lastly: Map<Sums, Map<string, number>>;
  /** What the process itself remembers, once all of it is in the database and never before. */
  readonly afterwards: (() => void)[];
  audit: AuditLine | null;
  keptReply: KeptReply | null;
}

export function emptyUnitOfWork(lastly: UnitOfWork['lastly'] = new Map()): UnitOfWork {
  return {
    events: [],
    newSubjects: new Set(),
    heads: new Map(),
    alarms: new Map(),
    topics: new Set(),
    facts: {},
    besides: [],
    lastly,
    afterwards: [],
    audit: null,
    keptReply: null,
  };
}
