import type { RefusalCode } from '@minsheng/contract/refusals.ts';
import { fieldLabel } from '@minsheng/contract/words/field-labels.ts';
import type { Context } from './context.ts';

export type { RefusalCode } from '@minsheng/contract/refusals.ts';
export type RefusalFacts = Readonly<Record<string, string | number>>;

/** What stays although everything else is undone, written in a transaction of its own: a wrong password that counts. */
export type Trace = (ctx: Context) => Promise<void>;

/** An expected no: the person is told why, the transaction leaves nothing behind but the trace, if there is one. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly facts: RefusalFacts;
  readonly trace: Trace | null;

  constructor(code: RefusalCode, facts: RefusalFacts = {}, trace: Trace | null = null) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.trace = trace;
  }
}

export function refuseUnless(
  condition: unknown,
  code: RefusalCode,
  facts?: RefusalFacts,
): asserts condition {
  if (!condition) throw new Refusal(code, facts);
}

type Path = readonly PropertyKey[];

/** What was sent does not fit: says which values, for people by what the form calls them. */
export function badInput(...paths: readonly Path[]): Refusal {
  const labels = new Set(paths.map(labelOf));
  return new Refusal('platform.bad-input', {
    fields: [...labels].slice(0, mostFields).join('、'),
    at: paths
      .slice(0, mostFields)
      .map((path) => path.join('.'))
      .join(', '),
  });
}

const mostFields = 10;

/** The innermost name that people have a word for: the telephone of `requester.phone`, the list of `fileIds.0`. */
function labelOf(path: Path): string {
  const known = path.flatMap((name) => fieldLabel[String(name)] ?? []);
  return known.at(-1) ?? wholeRequest;
}

const wholeRequest = '提交的内容';

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
