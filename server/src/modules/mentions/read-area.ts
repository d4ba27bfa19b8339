import type { AreaName } from './area-names.ts';
import { type Gazetteer, lineageOf } from './gazetteer.ts';

/** What speaks for one area, or for several of one name. */
export interface AreaEvidence {
  readonly areas: readonly { readonly code: string; readonly weight: number }[];
}

export interface AreaChoice {
  readonly code: string | null;
  readonly confidence: number;
  readonly contradictedBy: readonly string[];
}

const nothing: AreaChoice = { code: null, confidence: 0, contradictedBy: [] };

export const evidenceOf = (names: readonly AreaName[]): AreaEvidence[] =>
  names.map(({ areas }) => ({ areas }));

/**
 * 区域判断: the area that most of what is said agrees with. A name of several areas is settled by a larger one that is
 * named too; if nothing settles it, the answer is the smallest area all of them lie in, which may be no more than the city.
 */
export function readArea(gazetteer: Gazetteer, evidence: readonly AreaEvidence[]): AreaChoice {
  const lineages = new Map(
    evidence.flatMap(({ areas }) => areas.map(({ code }) => [code, lineageOf(gazetteer, code)])),
  );
  const inside = (code: string, larger: string) => (lineages.get(code) ?? []).includes(larger);
  const scored = [...lineages.keys()].map((code) => {
    let speaksFor = 0;
    let against = 0;
    const denied: string[] = [];
    for (const { areas } of evidence) {
      const most = Math.max(...areas.map(({ weight }) => weight));
      const agreeing = areas.filter((said) => inside(code, said.code));
      if (agreeing.length > 0)
        speaksFor += Math.max(...agreeing.map(({ weight }) => weight)) / Math.sqrt(areas.length);
      else if (!areas.some((said) => inside(said.code, code))) {
        against += most;
        denied.push(...areas.slice(0, 1).map((said) => said.code));
      }
    }
    return { code, speaksFor, against, denied };
  });
  const best = scored.toSorted(
    (a, b) => b.speaksFor - b.against * 0.5 - (a.speaksFor - a.against * 0.5),
  );
  const [first] = best;
  if (first === undefined || first.speaksFor < 0.2) return nothing;
  const score = first.speaksFor - first.against * 0.5;
  const level = best.filter((other) => score - (other.speaksFor - other.against * 0.5) < 0.01);
  const code = sharedArea(level.map(({ code: each }) => lineages.get(each) ?? []));
  // That nothing but the whole city is left says nothing, unless the city is what was said.
  if (code === null || (isWholeCity(gazetteer, code) && code !== first.code)) return nothing;
  const agreed = first.speaksFor / (first.speaksFor + first.against);
  return {
    code,
    confidence: round(Math.min(0.98, first.speaksFor) ** 0.5 * agreed),
    contradictedBy: [...new Set(first.denied)],
  };
}

const isWholeCity = (gazetteer: Gazetteer, code: string): boolean =>
  gazetteer.byCode.get(code)?.parent === null;

/** The deepest area all these lineages run through; one lineage that is part of another gives the deeper. */
function sharedArea(lineages: readonly (readonly string[])[]): string | null {
  const deepest = lineages.filter(
    (one) => !lineages.some((other) => other !== one && other.slice(1).includes(one[0] ?? '')),
  );
  const [first, ...others] = deepest;
  return first?.find((code) => others.every((other) => other.includes(code))) ?? null;
}

const round = (value: number): number => Math.round(value * 100) / 100;
