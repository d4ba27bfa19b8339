import type { Verdict } from '@minsheng/contract/words/learning.ts';
import type { SaidBefore } from './suggestions.repo.ts';

/** How the version in use came there. */
export type CameBy = 'rule' | 'person' | 'revert';

/** 两个版本在同一批决定上: the new one beside what was in use when each decision was made, neither having learnt it. */
export interface Compared {
  readonly decisions: number;
  readonly own: Figures;
  readonly other: Figures;
  readonly onlyOwnRight: number;
  readonly onlyOtherRight: number;
}

export interface Figures {
  readonly first: number;
  readonly amongThree: number;
  /** Expected calibration error over tenths. */
  readonly ece: number;
}

/** 可比: both said something of the decision. Null when nothing can be compared. */
export function compare(own: readonly SaidBefore[], other: readonly SaidBefore[]): Compared | null {
  const bySeq = new Map(other.map((said) => [said.seq, said]));
  const pairs = own.flatMap((said) => {
    const beside = bySeq.get(said.seq);
    return beside ? [{ own: said, other: beside }] : [];
  });
  if (pairs.length === 0) return null;
  const only = (right: (pair: (typeof pairs)[number]) => boolean) => pairs.filter(right).length;
  return {
    decisions: pairs.length,
    own: figuresOf(pairs.map((pair) => pair.own)),
    other: figuresOf(pairs.map((pair) => pair.other)),
    onlyOwnRight: only((pair) => pair.own.place === 1 && pair.other.place !== 1),
    onlyOtherRight: only((pair) => pair.own.place !== 1 && pair.other.place === 1),
  };
}

const bins = 10;

function figuresOf(said: readonly SaidBefore[]): Figures {
  const off = new Float64Array(bins);
  for (const one of said) {
    const bin = Math.min(bins - 1, Math.floor(one.said * bins));
    off[bin] = (off[bin] ?? 0) + one.said - (one.place === 1 ? 1 : 0);
  }
  return {
    first: said.filter(({ place }) => place === 1).length,
    amongThree: said.filter(({ place }) => place !== null && place <= 3).length,
    ece: off.reduce((sum, distance) => sum + Math.abs(distance), 0) / said.length,
  };
}

export const fewestToCompare = 100;
/** One-sided, one in twenty. */
const beyondChance = 1.645;
const leastLoss = 0.01;

/**
 * 能否接替. Clearly worse: of the decisions that only one of the two had right, more went to the old one than chance
 * explains (sign test, one in twenty), and it costs at least one decision in a hundred.
 */
export function verdictOf(
  compared: Compared | null,
  inUse: { came_by: CameBy | null } | null,
): Verdict {
  if (inUse === null) return 'first';
  // A person has gone back once: the next one waits for a person too.
  if (inUse.came_by === 'revert') return 'after-revert';
  if (compared === null || compared.decisions < fewestToCompare) return 'too-few';
  const { onlyOwnRight, onlyOtherRight, decisions } = compared;
  const lost = onlyOtherRight - onlyOwnRight;
  const isBeyondChance = lost > beyondChance * Math.sqrt(onlyOwnRight + onlyOtherRight);
  return isBeyondChance && lost >= leastLoss * decisions ? 'worse' : 'not-worse';
}

export const takesOver = (verdict: Verdict): boolean =>
  verdict === 'first' || verdict === 'too-few' || verdict === 'not-worse';
