import type { PairRule } from './fit-rule.ts';

/** 两件是否同一事: of two messages alone. Fitted by `fitRule` on invented texts (evals/problems/choose), then rounded. */
export const pairRule: PairRule = {
  bias: -4.5,
  weights: {
    title: 4.5,
    what: 1,
    rare: 4.5,
    short: 2.5,
    name: 3.5,
    nameAndWhat: 3.5,
    nameAlone: -2.2,
    otherName: -1.5,
    matter: 0.8,
    otherMatter: -0.8,
    otherArea: -0.5,
    months: -3,
    many: 0,
  },
};

/** 是否属于这一组: of a message and the profile of a group. */
export const groupRule: PairRule = {
  bias: -7.4,
  weights: {
    title: 3.7,
    what: 0,
    rare: 6.5,
    short: 6.5,
    name: 2.7,
    nameAndWhat: 5,
    nameAlone: -3.2,
    otherName: -5.5,
    matter: 0.8,
    otherMatter: -1,
    otherArea: -0.5,
    months: -4,
    many: 0.6,
  },
};
