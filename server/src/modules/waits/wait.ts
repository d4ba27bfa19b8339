import type { SubjectKind } from '@minsheng/contract/words/events.ts';
import type { Role } from '@minsheng/contract/words/roles.ts';
import type { WaitKind } from '@minsheng/contract/words/waits.ts';
import type { Context } from '../../platform/context.ts';
import type { Limit, Pause } from '../calendar/index.ts';

/** What waits: its kind, the subject it belongs to, and its number there; 0 where there is one at a time. */
export interface WaitKey {
  readonly kind: WaitKind;
  readonly id: string;
  readonly no: number;
}

/** 待办时限: something that waits for somebody until an instant. */
export interface Wait extends WaitKey {
  readonly fromAt: Date;
  /** Null: it ends on a day somebody named, which no calendar moves. */
  readonly limit: Limit | null;
  readonly dueAt: Date;
  /** How often somebody was told that it is over. */
  readonly told: number;
}

/** Who is told: the people of a role, or whoever is on duty. */
export interface Responsible {
  /** Null: the centre. */
  readonly unitCode: string | null;
  /** Null: whoever is on duty. */
  readonly role: Role | null;
  readonly accountId: string | null;
}

export type Standing = 'waiting' | 'still' | 'over';

export interface WaitRules {
  readonly kind: WaitKind;
  /** On whose chain is told what became of it. */
  readonly subject: SubjectKind;
  /** Live screens that show it. */
  readonly topic: string | null;
  /** Holds the thing, and says whether it still waits. What stands still is told nothing until its owner lets it go on. */
  readonly standing: (ctx: Context, wait: Wait) => Promise<Standing>;
  /** Spans that do not count. */
  readonly pauses: ((ctx: Context, wait: Wait) => Promise<readonly Pause[]>) | null;
  /** The calendar was corrected: the new end is written where its owner keeps it. */
  readonly moved: ((ctx: Context, wait: Wait, dueAt: Date) => Promise<void>) | null;
  readonly atEnd: AtEnd;
}

/** What its owner does when the time is over, or who is told: first whoever should have acted, then the next above. */
export type AtEnd = { readonly does: (ctx: Context, wait: Wait) => Promise<void> } | Telling;

export interface Telling {
  readonly tells: (ctx: Context, wait: Wait) => Promise<readonly [Responsible, Responsible]>;
  /** 逾期 as its owner keeps it, written once, before anybody is told. */
  readonly marksLate?: (ctx: Context, wait: Wait) => Promise<void>;
  /** The centre's limit after which the next above is told; not said: as long again as it had. */
  readonly againAfter?: string;
}

const rules = new Map<WaitKind, WaitRules>();

/** Said once at start-up by the module that owns the kind. */
export function waitRules(of: WaitRules): void {
  if (rules.has(of.kind)) throw new Error(`Two modules say how ${of.kind} waits.`);
  rules.set(of.kind, of);
}

export function rulesOf(kind: WaitKind): WaitRules {
  const found = rules.get(kind);
  if (!found) throw new Error(`Nobody says how ${kind} waits.`);
  return found;
}

export const centre = (role: Role): Responsible => ({ unitCode: null, role, accountId: null });
