import type { Context } from '../../platform/context.ts';
import { cityGazetteer, type Gazetteer } from '../mentions/index.ts';
import type { Telling } from '../orders/index.ts';
import { type CityUsage, cityUsage } from './city-usage.ts';
import {
  type Evidence,
  evidenceOf,
  isPossible,
  type Likening,
  likeningOf,
} from './compare-orders.ts';
import type { Message } from './message.ts';
import { keysOf, type OrderKey, textOf } from './order-keys.ts';
import { readMessages } from './readings.ts';
import { pairRule } from './same-thing-rules.ts';

export interface Likely extends Likening {
  readonly other: Telling;
}

interface Asked {
  readonly own: Telling;
  readonly keys: readonly OrderKey[];
  readonly others: readonly Telling[];
}

/** One of five is wrong on evals/problems/choose (README.md of this folder); a person reads every one of them. */
export const leastScore = 1;
const mostCompared = 30;

/** 疑似同一件事: of the candidates those that are likely the same thing, the likest first. */
export async function likelySame(ctx: Context, asked: Asked): Promise<Likely[]> {
  const [gazetteer, usage] = await Promise.all([cityGazetteer(ctx), cityUsage(ctx)]);
  return likenedTo(asked, { gazetteer, usage }).filter(({ score }) => score >= leastScore);
}

/** 逐一比较: what may be the same thing at all, with its score, the likest first. */
export function likenedTo(
  { own, keys, others }: Asked,
  { gazetteer, usage }: { readonly gazetteer: Gazetteer; readonly usage: CityUsage },
): Likely[] {
  const possible = others.flatMap((other) => {
    const about = { told: other, keys: keysOf(other, gazetteer) };
    const evidence = evidenceOf({ told: own, keys }, about, usage.usual);
    return evidence && isPossible(evidence) ? [{ other, evidence }] : [];
  });
  const compared = possible.toSorted(byEvidence).slice(0, mostCompared);
  if (compared.length === 0) return [];
  const besides = new Set([own, ...compared.map(({ other }) => other)].map(({ id }) => id));
  // What is rare is only known among many: what else was said lately is read with them.
  const lately = usage.lately.filter(({ id }) => !besides.has(id));
  const told = [own, ...compared.map(({ other }) => other), ...lately];
  const readings = readMessages(told.map(messageOf), gazetteer);
  const [a] = readings.all;
  return compared
    .flatMap(({ other, evidence }, at): Likely[] => {
      const b = readings.all[at + 1];
      if (!a || !b) return [];
      return [{ other, ...likeningOf(evidence, { a, b }, { readings, rule: pairRule }) }];
    })
    .toSorted((one, other) => other.score - one.score);
}

const byEvidence = (a: { evidence: Evidence }, b: { evidence: Evidence }): number =>
  b.evidence.reasons.length - a.evidence.reasons.length ||
  b.evidence.shared.length - a.evidence.shared.length;

function messageOf(told: Telling): Message {
  return {
    id: told.id,
    person: told.id,
    title: told.title,
    detail: textOf({ ...told, title: '' }),
    at: told.at,
    matter: told.matterCode,
    area: told.areaCode,
  };
}
