import type { PairRule } from './fit-rule.ts';

/**
 * 两件是否同一事: of two messages alone. Fitted by `fitRule` on invented texts (evals/problems/choose), then rounded; the
 * bias says how bold it is, because most pairs of a city are strangers. Matters, `apart`
 * and `otherName` are set by hand: those texts have no matters, fewer words and fewer neighbours than a city's.
 */
export const pairRule: PairRule = {
  bias: 0,
  weights: {
    what: 2.2,
    rare: 2.2,
    run: 2.2,
    apart: -3,
    short: -1.7,
    name: 4,
    otherName: -2.5,
    matter: 0.8,
    otherMatter: -3,
    otherArea: -4.4,
    months: -10.7,
    near: 0,
    many: 0,
  },
};

/** 是否属于这一组: of a message and the profile of a group; fitted on the groups that the first rule makes. */
export const groupRule: PairRule = {
  bias: -1.2,
  weights: {
    what: 2.4,
    rare: 0,
    run: 0,
    apart: -3,
    short: 0,
    name: 0,
    otherName: -2.5,
    matter: 0.8,
    otherMatter: -3,
    otherArea: -1,
    months: -2.4,
    near: 0.9,
    many: 0.9,
  },
};
