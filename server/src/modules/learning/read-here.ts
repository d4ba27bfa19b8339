import { type Blend, read } from './blend.ts';
import type { Kind } from './decisions.repo.ts';
import type { Features } from './features.ts';
import type { Near } from './neighbours.ts';
import { type UnitAtPlace, unitsHere } from './unit-roles.ts';

interface Asked {
  readonly features: Features;
  /** Null: nobody has said where. */
  readonly areaCode: string | null;
  readonly ranks: number;
}

/** What the model says, the likeliest first; of units those that its roles mean at this place. */
export function readHere(
  kind: Kind,
  blend: Blend,
  { features, areaCode, ranks }: Asked,
): { readings: readonly UnitAtPlace[]; near: readonly Near[] } {
  const asksForPlace = kind === 'unit' && areaCode !== null;
  const { readings, near } = read(blend, features, asksForPlace ? blend.labels.length : ranks);
  if (!asksForPlace)
    return { readings: readings.map((one) => ({ ...one, role: one.label })), near };
  return { readings: unitsHere(readings, areaCode).slice(0, ranks), near };
}
