import { type SameReason, sameReasons } from '@minsheng/contract/words/same-thing.ts';
import { logOdds, type PairRule } from './fit-rule.ts';
import { type Likenesses, likenessesOf } from './likenesses.ts';
import { type OrderKey, sharedKeys, type Told } from './order-keys.ts';
import type { Reading, Readings } from './readings.ts';

export interface Compared {
  readonly told: Told & { readonly at: Date };
  readonly keys: readonly OrderKey[];
}

export interface Evidence {
  readonly reasons: readonly SameReason[];
  /** What both say, kind by kind, as the first says it. */
  readonly shared: readonly OrderKey[];
  readonly days: number;
  /** Each names a road or a site, and none is the same. */
  readonly otherPlace: boolean;
  readonly otherTown: boolean;
  /** Two groups of the tree of matters. */
  readonly otherGroup: boolean;
}

const dayMs = 86_400_000;
/** D7: the same place and matter within seven days. */
const nearDays = 7;
const leastWords = 2;

/** 佐证: what speaks for one thing without weighing any words; null where it cannot be: another county, no place at all. */
export function evidenceOf(a: Compared, b: Compared, usual: ReadonlySet<string>): Evidence | null {
  const [codeA, codeB] = [a.told.areaCode, b.told.areaCode];
  const shared = sharedKeys(a.keys, b.keys).filter(({ value }) => !usual.has(value));
  const has = (kind: OrderKey['kind']) => shared.some((key) => key.kind === kind);
  const sameSubject = has('subject');
  if (!oneLine(codeA.slice(0, 6), codeB.slice(0, 6)) && !sameSubject) return null;
  const [townA, townB] = [codeA.slice(0, 9), codeB.slice(0, 9)];
  const knowsTowns = isTown(townA) && isTown(townB);
  const days = Math.abs(a.told.at.getTime() - b.told.at.getTime()) / dayMs;
  const words = shared.filter(({ kind }) => kind === 'word').length;
  const said: Record<SameReason, boolean> = {
    'same-place': has('place') || nearSpots(a.told, b.told),
    'same-town': knowsTowns && townA === townB,
    'same-subject': sameSubject,
    'same-matter': a.told.matterCode === b.told.matterCode,
    'near-time': days <= nearDays,
    'same-words': words >= leastWords,
  };
  const group = (code: string) => code.slice(0, 4);
  return {
    reasons: sameReasons.filter((reason) => said[reason]),
    shared,
    days,
    otherPlace: !said['same-place'] && !sameSubject && namesPlace(a) && namesPlace(b),
    otherTown: knowsTowns && townA !== townB,
    otherGroup: group(a.told.matterCode) !== group(b.told.matterCode),
  };
}

const namesPlace = ({ keys }: Compared): boolean => keys.some(({ kind }) => kind === 'place');

const isTown = (code: string): boolean => code.length === 9 && !code.endsWith('000');

/** A whole city is no other county than one of its own. */
const oneLine = (a: string, b: string): boolean => a === b || a.endsWith('00') || b.endsWith('00');

const nearDegrees = 0.002;

function nearSpots(a: Told, b: Told): boolean {
  if (a.lng === null || a.lat === null || b.lng === null || b.lat === null) return false;
  return Math.abs(a.lng - b.lng) < nearDegrees && Math.abs(a.lat - b.lat) < nearDegrees;
}

/** 够不够说是一件: a place or a thing both name and what happened there, or the same matter in one town in the same words. */
export function isPossible({ reasons }: Evidence): boolean {
  const has = (reason: SameReason) => reasons.includes(reason);
  if (has('same-place') || has('same-subject')) return has('same-matter') || has('same-words');
  return has('same-town') && has('same-matter') && has('same-words');
}

/** How much of the rule over words counts beside what people chose on the form: place and matter. */
const shareOfWords = 0.3;
/** A month weighs as much as a place. */
const oddsPerDay = 1.5 / 30;

/** What speaks for and against beside the words: fitted on evals/problems/choose, then rounded. */
export function oddsOf({ reasons, days, otherPlace, otherTown, otherGroup }: Evidence): number {
  const has = (reason: SameReason) => reasons.includes(reason);
  return (
    (has('same-place') ? 1.5 : 0) +
    (has('same-town') ? 0.8 : 0) +
    (has('same-subject') ? 1.5 : 0) +
    (has('same-matter') ? 0.7 : 0) -
    (otherPlace ? 1.5 : 0) -
    (otherTown ? 1 : 0) -
    (otherGroup ? 1 : 0) -
    days * oddsPerDay
  );
}

export interface Likening extends Evidence {
  readonly score: number;
  readonly likenesses: Likenesses;
}

/** One very unlike or very like pair of texts must not outvote everything else. */
const [least, most] = [-5, 5];

/** 判同: two orders with their readings; null where they cannot be one thing. */
export function likeningOf(
  evidence: Evidence,
  pair: { readonly a: Reading; readonly b: Reading },
  { readings, rule }: { readonly readings: Readings; readonly rule: PairRule },
): Likening {
  const likenesses = likenessesOf(pair.a, pair.b, readings);
  const told = Math.max(least, Math.min(most, logOdds(rule, likenesses)));
  return { ...evidence, likenesses, score: shareOfWords * told + oddsOf(evidence) };
}
