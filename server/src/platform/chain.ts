import { createHash } from 'node:crypto';
import type { EventType, SubjectKind } from '@minsheng/contract/words/events.ts';
import type { Actor } from './actor.ts';
import { canonicalJson, type Json } from './json.ts';

/** One link of a subject's history, as it is stored and as it is read back. */
export interface StoredEvent {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly seq: number;
  readonly at: Date;
  readonly type: EventType;
  readonly actorKind: Actor['kind'];
  readonly actorId: string | null;
  readonly unitCode: string | null;
  readonly data: Readonly<Record<string, Json>>;
  readonly prevHash: Buffer | null;
  readonly hash: Buffer;
}

export type UnsealedEvent = Omit<StoredEvent, 'prevHash' | 'hash'>;

/** SHA-256 over the hash before it and the canonical JSON of what happened. */
export function seal(event: UnsealedEvent, prevHash: Buffer | null): StoredEvent {
  return { ...event, prevHash, hash: hashOf(event, prevHash) };
}

/** 链完整: no event of the subject was changed, taken out or put in between. */
export function verifyChain(
  events: readonly StoredEvent[],
): { ok: true } | { ok: false; seq: number } {
  let before: StoredEvent | null = null;
  for (const event of events) {
    const prevHash: Buffer | null = before?.hash ?? null;
    const follows = event.seq === (before?.seq ?? 0) + 1 && sameHash(event.prevHash, prevHash);
    if (!follows || !sameHash(event.hash, hashOf(event, prevHash)))
      return { ok: false, seq: event.seq };
    before = event;
  }
  return { ok: true };
}

function hashOf(event: UnsealedEvent, prevHash: Buffer | null): Buffer {
  const text = canonicalJson({
    kind: event.kind,
    id: event.id,
    seq: event.seq,
    at: event.at.toISOString(),
    type: event.type,
    actorKind: event.actorKind,
    actorId: event.actorId,
    unitCode: event.unitCode,
    data: event.data,
  });
  return createHash('sha256')
    .update(prevHash ?? Buffer.alloc(0))
    .update(text)
    .digest();
}

function sameHash(a: Buffer | null, b: Buffer | null): boolean {
  return a === null || b === null ? a === b : a.equals(b);
}
