import { candidatePairs } from '../../server/src/modules/issues/candidate-pairs.ts';
import {
  fitRule,
  type JudgedPair,
  logOdds,
  type PairRule,
} from '../../server/src/modules/issues/fit-rule.ts';
import { pairRule } from '../../server/src/modules/issues/index.ts';
import { likenessesOf, likenessNames } from '../../server/src/modules/issues/likenesses.ts';
import { readMessages as readAll } from '../../server/src/modules/issues/readings.ts';
import { readArguments } from './arguments.ts';
import { type Half, halves, halvesOf, sameIn } from './halves.ts';
import { gazetteerFor, readMessages } from './problem-messages.ts';
import { readGold } from './read-gold.ts';

/**
 * Fits the rule over pairs of messages (`same-thing-rules.ts`) on given problems: on each half, judged on the other, then
 * on all. `--inertia` holds it near the present rule; what is printed is a proposal, a person rounds and writes it down.
 */
export async function evaluate(args: readonly string[]) {
  const given = readArguments(args, { values: ['input', 'gold', 'inertia'], marks: [] });
  const inertia = Number(given.textOr('inertia', '20'));
  const messages = readMessages(given.path('input'));
  const ids = messages.map(({ id }) => id);
  const gold = readGold(given.path('gold'), new Set(ids));
  const [isSame, halfOf] = [sameIn(gold), halvesOf(ids, gold)];
  const readings = readAll(messages, gazetteerFor(messages));
  const { low, high } = candidatePairs(readings.all);
  const pairs = Array.from(low, (a, at): JudgedPair & { half: Half } => {
    const [one, other] = [readings.all[a], readings.all[high[at] ?? 0]];
    if (!one || !other) throw new RangeError('a pair without messages');
    return {
      likenesses: likenessesOf(one, other, readings),
      isSame: isSame(one.message.id, other.message.id),
      half: halfOf(other.message.id),
    };
  });
  const heldOut = halves.map((half) => {
    const fitted = fitRule(
      pairs.filter((pair) => pair.half === half),
      { from: pairRule, inertia },
    );
    const others = pairs.filter((pair) => pair.half !== half);
    return { present: lossOf(others, pairRule), fitted: lossOf(others, fitted) };
  });
  return {
    pairs: pairs.length,
    same: pairs.filter((pair) => pair.isSame).length,
    heldOut,
    rule: plain(fitRule(pairs, { from: pairRule, inertia })),
  };
}

/** Mean loss of log odds; 0.69 knows nothing where half of the pairs are the same. */
function lossOf(pairs: readonly JudgedPair[], rule: PairRule): number {
  const losses = pairs.map(({ likenesses, isSame }) => {
    const odds = logOdds(rule, likenesses);
    return Math.log1p(Math.exp(isSame ? -odds : odds));
  });
  return round(losses.reduce((sum, one) => sum + one, 0) / Math.max(1, losses.length));
}

const plain = ({ bias, weights }: PairRule) => ({
  bias: round(bias),
  ...Object.fromEntries(likenessNames.map((name) => [name, round(weights[name])])),
});

const round = (value: number): number => Math.round(value * 1000) / 1000;
