import { type Candidate, candidatesIn } from './name-candidates.ts';
import { givenOdds } from './name-characters.ts';
import { type Seen, seenIn, signsOfName } from './name-signs.ts';
import { nameBias, nameWeights, oddsWeights } from './name-weights.ts';

/** A stretch that may be a name, and what speaks for it and against. */
export interface NameGuess {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** From here on it is taken for a name: better one word too many than one name too few. */
export const enough = -1.1;

/** 姓名评分: every surname with one or two characters after it, weighed by its characters, the words it cuts, and what stands around. */
export function guessNames(text: string): NameGuess[] {
  const seen = seenIn(text);
  const guesses = candidatesIn(text)
    .map((candidate) => ({ ...candidate, score: scoreOf(seen, candidate) }))
    .filter(({ score }) => score >= enough);
  return strongest(guesses);
}

/** 存疑: how near the nearest stretch came to being taken for a name, or to not being taken: 0 far, 1 on the line. */
export function doubtOf(text: string): number {
  const seen = seenIn(text);
  const distances = candidatesIn(text).map((candidate) =>
    Math.abs(scoreOf(seen, candidate) - enough),
  );
  return 1 / (1 + Math.min(...distances, 1000));
}

function scoreOf(seen: Seen, candidate: Candidate): number {
  const { given } = candidate;
  const odds = givenOdds(given) * oddsWeights[given.length === 1 ? 'short' : 'long'];
  return signsOfName(seen, candidate).reduce(
    (sum, sign) => sum + nameWeights[sign],
    nameBias + odds,
  );
}

/** Of those that overlap the one with most to speak for it; the longer one where they are even. */
function strongest(guesses: readonly NameGuess[]): NameGuess[] {
  const kept: NameGuess[] = [];
  const byWorth = guesses.toSorted(
    (a, b) => b.score + (b.end - b.start) * 0.2 - (a.score + (a.end - a.start) * 0.2),
  );
  for (const guess of byWorth)
    if (!kept.some(({ start, end }) => guess.start < end && start < guess.end)) kept.push(guess);
  return kept;
}
