import type { AreaName } from './area-names.ts';
import { type Gazetteer, lineageOf } from './gazetteer.ts';
import type { AreaOffer } from './place.ts';

/** What speaks for one area, or for several of one name. */
export interface AreaEvidence {
  readonly areas: readonly { readonly code: string; readonly weight: number }[];
  /** As the text says it. */
  readonly text: string;
  readonly isLearnt: boolean;
}

export interface AreaChoice {
  readonly code: string | null;
  readonly confidence: number;
  readonly contradictedBy: readonly string[];
  /** The chosen one; where several are equally likely each of them; none where nothing is said. */
  readonly offers: readonly AreaOffer[];
}

const nothing: AreaChoice = { code: null, confidence: 0, contradictedBy: [], offers: [] };
/** Below it an offer would be a guess. */
const leastOffered = 0.3;
/** Of more than these nobody would choose by looking. */
const mostEquals = 3;

export const evidenceOf = (names: readonly AreaName[]): AreaEvidence[] =>
  names.map(({ areas, text }) => ({ areas, text, isLearnt: false }));

/**
 * 区域判断: the area that most of what is said agrees with. A name of several areas is settled by a larger one that is
 * named too; if nothing settles it, the answer is the smallest area all of them lie in, which may be no more than the city.
 */
export function readArea(gazetteer: Gazetteer, evidence: readonly AreaEvidence[]): AreaChoice {
  const lineages = new Map(
    evidence.flatMap(({ areas }) => areas.map(({ code }) => [code, lineageOf(gazetteer, code)])),
  );
  const scored = [...lineages.keys()].map((code) => scoreOf(code, evidence, lineages));
  const best = scored.toSorted((a, b) => b.score - a.score);
  const [first] = best;
  if (first === undefined || first.speaksFor < 0.2) return nothing;
  const level = best.filter((other) => first.score - other.score < 0.01);
  const deepest = deepestOf(level.map(({ lineage }) => lineage));
  const agreed = first.speaksFor / (first.speaksFor + first.against);
  const confidence = Math.min(0.98, first.speaksFor) ** 0.5 * agreed;
  const shared = confidence < leastOffered && deepest.length > 1 ? sharedArea(deepest) : null;
  if (shared !== null && !isWholeCity(gazetteer, shared)) {
    const offer = sharedOffer(evidence, shared, lineages);
    return { code: shared, confidence: offer.confidence, contradictedBy: [], offers: [offer] };
  }
  const isGuess = confidence < leastOffered || deepest.length > mostEquals;
  const equals = isGuess ? [] : deepest;
  const offers = equals.map((lineage) =>
    offerOf(evidence, lineage, round(confidence / deepest.length)),
  );
  const code = sharedArea(deepest);
  // That nothing but the whole city is left says nothing, unless the city is what was said.
  if (code === null || (isWholeCity(gazetteer, code) && code !== first.code))
    return { ...nothing, offers };
  const contradictedBy = [...new Set(first.denied)];
  return { code, confidence: round(confidence), contradictedBy, offers };
}

function scoreOf(
  code: string,
  evidence: readonly AreaEvidence[],
  lineages: ReadonlyMap<string, readonly string[]>,
) {
  const lineageFrom = (from: string) => lineages.get(from) ?? [];
  const lineage = lineageFrom(code);
  let speaksFor = 0;
  let against = 0;
  const denied: string[] = [];
  for (const { areas } of evidence) {
    const agreeing = areas.filter((said) => lineage.includes(said.code));
    if (agreeing.length > 0)
      speaksFor += Math.max(...agreeing.map(({ weight }) => weight)) / Math.sqrt(areas.length);
    else if (!areas.some((said) => lineageFrom(said.code).includes(code))) {
      against += Math.max(...areas.map(({ weight }) => weight));
      denied.push(...areas.slice(0, 1).map((said) => said.code));
    }
  }
  return { code, lineage, speaksFor, against, denied, score: speaksFor - against * 0.5 };
}

function offerOf(
  evidence: readonly AreaEvidence[],
  lineage: readonly string[],
  confidence: number,
): AreaOffer {
  const speaking = evidence.filter(({ areas }) => areas.some(({ code }) => lineage.includes(code)));
  return {
    code: lineage[0] ?? '',
    confidence,
    words: [...new Set(speaking.map(({ text }) => text))],
    isLearnt: speaking.every((one) => one.isLearnt),
  };
}

/** 船场到山城: the two places differ, the county both lie in does not. */
function sharedOffer(
  evidence: readonly AreaEvidence[],
  code: string,
  lineages: ReadonlyMap<string, readonly string[]>,
): AreaOffer {
  const isInside = ({ areas }: AreaEvidence) =>
    areas.some((said) => lineages.get(said.code)?.includes(code));
  const weightOf = (some: readonly AreaEvidence[]) =>
    some.reduce((sum, { areas }) => sum + Math.max(...areas.map(({ weight }) => weight)), 0);
  const inside = evidence.filter(isInside);
  const weight = weightOf(inside);
  return {
    code,
    confidence: round((Math.min(0.98, weight) ** 0.5 * weight) / weightOf(evidence)),
    words: [...new Set(inside.map(({ text }) => text))],
    isLearnt: inside.every((one) => one.isLearnt),
  };
}

const isWholeCity = (gazetteer: Gazetteer, code: string): boolean =>
  gazetteer.byCode.get(code)?.parent === null;

/** Without those that are part of another: 白鹭镇 where its 桥头村 is named too. */
function deepestOf(lineages: readonly (readonly string[])[]): (readonly string[])[] {
  return lineages.filter(
    (one) => !lineages.some((other) => other !== one && other.slice(1).includes(one[0] ?? '')),
  );
}

/** The deepest area all these lineages run through. */
function sharedArea([first, ...others]: readonly (readonly string[])[]): string | null {
  return first?.find((code) => others.every((other) => other.includes(code))) ?? null;
}

const round = (value: number): number => Math.round(value * 100) / 100;
