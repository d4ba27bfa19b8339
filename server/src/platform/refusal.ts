import type { RefusalCode } from '@minsheng/contract/refusals.ts';

export type { RefusalCode } from '@minsheng/contract/refusals.ts';
export type RefusalFacts = Readonly<Record<string, string | number>>;

/** An expected no: the person is told why, the transaction leaves nothing behind. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;

  constructor(code: RefusalCode, facts: RefusalFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

export function refuseUnless(
  condition: unknown,
  code: RefusalCode,
  facts?: RefusalFacts,
): asserts condition {
  if (!condition) throw new Refusal(code, facts);
}

/** The answer of a policy. */
export type Decision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly code: RefusalCode; readonly facts?: RefusalFacts };

export const allowed: Decision = { allowed: true };

export function forbidden(code: RefusalCode, facts?: RefusalFacts): Decision {
  return facts ? { allowed: false, code, facts } : { allowed: false, code };
}

export function allowIf(condition: boolean, code: RefusalCode, facts?: RefusalFacts): Decision {
  return condition ? allowed : forbidden(code, facts);
}

/** Allowed when every one allows; the first no is the reason given. */
export function all(...decisions: readonly Decision[]): Decision {
  return decisions.find((decision) => !decision.allowed) ?? allowed;
}

/** Allowed when one allows; otherwise the last no is the reason given. */
export function any(...decisions: readonly [Decision, ...Decision[]]): Decision {
  return (
    decisions.find((decision) => decision.allowed) ??
    decisions[decisions.length - 1] ??
    decisions[0]
  );
}

export function demand(decision: Decision): void {
  if (!decision.allowed) throw new Refusal(decision.code, decision.facts);
}
