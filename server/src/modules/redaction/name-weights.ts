/**
 * What can be seen of a surname with one or two characters after it, and how much it speaks for a name: a logistic regression over
 * invented texts with and without names (the choose halves of `evals/redact`, `evals/orders` and `evals/problems`, and names and
 * sentences beside them), rounded.
 */
export const nameWeights = {
  'adverb-after': 0.3,
  'adverb-before': -5.5,
  'begins-with-a-name': -1.7,
  'begins-with-a-word': -0.8,
  'common-surname': -0.6,
  'cut-out-of-a-word': -3.6,
  'deed-before': 0.1,
  'double-surname': 0.2,
  'ends-inside-a-word': -1.6,
  'ends-like-a-place': -5.8,
  'everyday-alone': -1.7,
  'everyday-surname': -0.7,
  'figure-before': 0.8,
  'given-character': 1.0,
  'given-is-a-word': 2.5,
  'guessed-as-a-name': 2.1,
  'is-a-word': -6.9,
  'kin-before': 0.8,
  'link-after': -5.3,
  'link-before': -0.6,
  'little-character': -2.7,
  long: -0.2,
  'mark-after': 0.7,
  'name-of-the-dictionary': -3.7,
  'nothing-after': 1.0,
  'nothing-before': -0.4,
  'noun-after': -2.0,
  'noun-before': -1.4,
  'number-after': -0.2,
  'number-before': -0.8,
  'particle-after': -1.4,
  'particle-before': -0.5,
  'place-after': -2.8,
  'pronoun-after': -2.2,
  'pronoun-before': 0.0,
  'quality-after': -0.5,
  'quality-before': -1.2,
  'rare-alone': -0.8,
  'rare-surname': -0.4,
  'says-after': 1.1,
  short: -1.6,
  'short-alone': 0.6,
  'side-after': -5.4,
  'side-before': 0.1,
  'starts-inside-a-word': -3.5,
  'title-after': 2.1,
  'told-before': 0.4,
  'unlikely-alone': 0.1,
  'verb-after': 1.0,
  'verb-before': -0.5,
  'word-goes-on': -3.5,
} as const satisfies Record<string, number>;

export const nameBias = -1;
/** By how many characters the given name has. */
export const oddsWeights = { short: 0.7, long: 1 } as const;

export type NameSign = keyof typeof nameWeights;
