import { againDays, type FigureKey } from '@minsheng/contract/words/indicators.ts';
import type { OrderFacts } from './facts-of.ts';
import { type IssueCount, lastDays } from './issue-figures.ts';
import type { Mark } from './mark.ts';
import { holds, type Span } from './span.ts';

const dayMs = 86_400_000;

/** 按事项点数: what orders say of their issues, gathered in memory; counted when all of them are in. */
export interface IssueCounting {
  /** Who spoke of it in the last days of the span; whoever repeats is one person. */
  readonly spoken: Map<string, Date[]>;
  /** First solved in the span. */
  readonly solved: Map<string, Date>;
  /** Each order of it, also of other counties. */
  readonly told: Map<string, Date[]>;
}

export const issueCounting = (): IssueCounting => ({
  spoken: new Map(),
  solved: new Map(),
  told: new Map(),
});

interface When {
  readonly span: Span;
  readonly asOf: Date;
}

export function countIssue(into: IssueCounting, { span, asOf }: When, order: OrderFacts): void {
  const { issueId } = order;
  const lately = lastDays(asOf, span, 30);
  for (const one of order.facts.flatMap(({ marks }) => marks)) {
    if (one.figure === 'K43') push(into.told, issueId, one.at);
    if (one.figure === 'K44' && isOf(lately, order, one)) push(into.spoken, issueId, one.at);
    if (one.figure === 'K45' && isOf(span, order, one)) {
      const before = into.solved.get(issueId);
      if (!before || one.at < before) into.solved.set(issueId, one.at);
    }
  }
}

const isOf = (span: Span, order: OrderFacts, { at, holder }: Mark): boolean =>
  holds(span, { ...order, at, holder });

function push(into: Map<string, Date[]>, key: string, at: Date): void {
  const known = into.get(key);
  if (known) known.push(at);
  else into.set(key, [at]);
}

/** K44、K45 of what was gathered. */
export function issueCountsOf(
  { spoken, solved, told }: IssueCounting,
  { span, asOf }: When,
  gatheredPeople: number,
): ReadonlyMap<FigureKey, IssueCount> {
  const { from } = lastDays(asOf, span, 7);
  const month = [...spoken.values()].map((all) => all.length);
  const week = [...spoken.values()].map((all) => all.filter((at) => at >= from).length);
  const again = [...solved].filter(([issueId, since]) => {
    const until = since.getTime() + againDays * dayMs;
    return told.get(issueId)?.some((at) => at > since && at.getTime() <= until);
  });
  return new Map([
    ['K44', gathered(week, gatheredPeople)],
    ['K44-month', gathered(month, gatheredPeople)],
    ['K45', { numerator: again.length, denominator: solved.size }],
  ]);
}

const gathered = (people: readonly number[], least: number): IssueCount => ({
  numerator: people.filter((many) => many >= least).length,
  denominator: people.filter((many) => many > 0).length,
});
