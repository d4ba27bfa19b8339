/**
 * What can be seen of a surname with one or two characters after it, and how much it speaks for a name: a logistic regression over
 * invented texts with and without names (the choose halves of `evals/redact`, `evals/orders` and `evals/problems`, and names and
 * sentences beside them), rounded.
 */
export const nameWeights = {
  'double-surname': 0.7,
  'common-surname': -0.7,
  'rare-surname': -0.7,
  'everyday-surname': -2.2,
  short: -2.8,
  long: -0.1,
  'little-character': -1.6,
  'given-character': 1.5,
  'ends-like-a-place': -1.9,
  'given-is-a-word': 0.8,
  'guessed-as-a-name': 2.4,
  'name-of-the-dictionary': -3.2,
  'is-a-word': -2.9,
  'begins-with-a-name': -1.5,
  'begins-with-a-word': -3.2,
  'cut-out-of-a-word': -0.5,
  'starts-inside-a-word': -2.3,
  'ends-inside-a-word': -1.9,
  'told-before': 1.6,
  'kin-before': 1.7,
  'deed-before': 1.4,
  'nothing-before': -0.8,
  'number-before': -0.7,
  'verb-before': -3.0,
  'noun-before': -3.2,
  'place-after': -3.1,
  'title-after': 2.7,
  'mark-after': 2.2,
  'says-after': 1.6,
  'nothing-after': 0.2,
  'verb-after': -1.5,
  'noun-after': -2.8,
  'word-goes-on': -2.2,
} as const satisfies Record<string, number>;

export type NameSign = keyof typeof nameWeights;
