import { faultReply, receipt } from '@minsheng/contract/public/exchange.ts';
import type { Context } from '../../platform/context.ts';
import type { Proved } from './ask-peer.ts';
import type { Pending } from './pending.repo.ts';

export interface Failure {
  readonly code: string;
  readonly detail: string | null;
}

/** What came of asking: it is over there, it never will be, or perhaps later. */
export type Outcome =
  | {
      readonly kind: 'over';
      readonly number: string | null;
      /** Kept in the transaction that writes it down. */
      readonly besides?: (ctx: Context, caseId: string) => Promise<void>;
    }
  | { readonly kind: 'never'; readonly error: Failure }
  | {
      readonly kind: 'later';
      readonly error: Failure;
      /** Whoever says so himself wants a pause of all that waits for him. */
      readonly isTheirWish: boolean;
      /** 本方的问题: they were not asked, so nothing else waits for it. */
      readonly isOurs?: true;
      readonly wishedSeconds: number | null;
    };

/** 回执或退回: an answer that is neither is a silence. */
export function outcomeOf({ id, kind }: Pick<Pending, 'id' | 'kind'>, answer: Proved): Outcome {
  if (answer.kind === 'silent') return silence(answer.reason, null);
  const { status, body, retryAfterSeconds = null } = answer;
  if (status === 200) return receipted(id, body);
  const read = faultReply.safeParse(body);
  const code = read.success ? read.data.error.code.slice(0, 40) : 'nonsense';
  const field = read.success ? (read.data.error.field ?? '').slice(0, 80) : '';
  const error = { code, detail: `${status} ${field}`.trim() };
  // The number was taken after all: what was given up had arrived.
  if (status === 409 && code === 'seq-taken' && kind === 'void')
    return { kind: 'over', number: null };
  if (isForEver(status)) return { kind: 'never', error };
  return { kind: 'later', error, isTheirWish: true, wishedSeconds: retryAfterSeconds };
}

/** 不知道到了没有: an answer was lost, or could not be read. */
export const unsure = 'unsure';

export const silence = (code: string, detail: string | null): Outcome => ({
  kind: 'later',
  error: { code, detail },
  isTheirWish: false,
  wishedSeconds: null,
});

/** What we cannot send now: it is tried again, and waits for a person in the end. */
export const oursAlone = (code: string): Outcome => ({
  kind: 'later',
  error: { code, detail: null },
  isTheirWish: false,
  isOurs: true,
  wishedSeconds: null,
});

const isForEver = (status: number): boolean => [400, 409, 413, 422, 508].includes(status);

function receipted(id: string, body: unknown): Outcome {
  const read = receipt.safeParse(body);
  if (!read.success || read.data.id !== id) return silence('nonsense', '200');
  return { kind: 'over', number: read.data.number?.slice(0, 64) ?? null };
}
