import type { Cut } from './best-cut.ts';
import { places, type Scores, stretchAt } from './lattice.ts';
import type { Endings, Signs } from './signs.ts';

/** 标注模型: what is seen, as numbered signs, and what each sign says for each kind. Kind 0 is "nothing". */
export interface TaggerModel {
  readonly kinds: readonly string[];
  readonly endings: Endings;
  readonly longest: Int32Array;
  readonly tokenSigns: ReadonlyMap<string, number>;
  readonly stretchSigns: ReadonlyMap<string, number>;
  /** How often a text was marked as each kind in training: a list of names by kind. */
  readonly names: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** tokenSigns × kinds × 4 */
  readonly tokenWeights: Float32Array;
  /** stretchSigns × kinds */
  readonly stretchWeights: Float32Array;
  readonly stepWeights: Float32Array;
}

/** One text as numbers; what the model does not know is left out. */
export interface Numbered {
  readonly length: number;
  readonly tokens: readonly Int32Array[];
  readonly stretches: readonly Int32Array[];
  readonly reach: number;
}

export type Shape = Pick<
  TaggerModel,
  'kinds' | 'longest' | 'tokenSigns' | 'stretchSigns' | 'names'
>;

/** 编号: `own` are the segments marked in this very text, which must not vouch for themselves. */
export function numbered(
  shape: Shape,
  tokens: readonly string[],
  signs: Signs,
  own: readonly Cut[],
): Numbered {
  const length = tokens.length;
  const reach = Math.min(length, Math.max(...shape.longest));
  const known = (signs: readonly string[], index: ReadonlyMap<string, number>): Int32Array =>
    Int32Array.from(signs.flatMap((sign) => index.get(sign) ?? []));
  const stretches: Int32Array[] = new Array(length * reach).fill(new Int32Array(0));
  for (let start = 0; start < length; start += 1) {
    for (let end = start + 1; end <= Math.min(length, start + reach); end += 1) {
      const named = nameSigns(
        shape,
        tokens.slice(start, end).join(''),
        own.find((cut) => cut.start === start && cut.end === end),
      );
      stretches[stretchAt(start, end, reach)] = known(
        [...signs.within(start, end), ...named],
        shape.stretchSigns,
      );
    }
  }
  return {
    length,
    reach,
    stretches,
    tokens: signs.atToken.map((each) => known(each, shape.tokenSigns)),
  };
}

/** 名录: of which kinds this very name was elsewhere. */
export function nameSigns(
  { names }: Pick<Shape, 'names'>,
  name: string,
  own: Cut | undefined,
): string[] {
  const found: string[] = [];
  for (const [kind, count] of names.get(name) ?? []) {
    const elsewhere = own?.kind === kind ? count - 1 : count;
    if (elsewhere > 0)
      found.push(`n${kind}`, `n${kind}x${Math.min(4, Math.floor(Math.log2(elsewhere)))}`);
  }
  return found;
}

export interface Weights {
  readonly tokens: Float32Array;
  readonly stretches: Float32Array;
  readonly steps: Float32Array;
}

/** 打分: adds up what every sign says. */
export function scoresOf(
  { kinds, longest }: Pick<TaggerModel, 'kinds' | 'longest'>,
  text: Numbered,
  weights: Weights,
): Scores {
  const count = kinds.length;
  const tokens = new Float64Array(text.length * count * places);
  for (const [at, signs] of text.tokens.entries())
    add(tokens, at, signs, weights.tokens, count * places);
  const stretches = new Float64Array(text.length * text.reach * count);
  for (const [at, signs] of text.stretches.entries())
    add(stretches, at, signs, weights.stretches, count);
  return {
    length: text.length,
    kinds: count,
    tokens,
    stretches,
    steps: Float64Array.from(weights.steps),
    longest,
    reach: text.reach,
  };
}

function add(
  sums: Float64Array,
  at: number,
  signs: Int32Array,
  weights: Float32Array,
  width: number,
): void {
  const base = at * width;
  for (let index = 0; index < signs.length; index += 1) {
    const from = (signs[index] ?? 0) * width;
    for (let k = 0; k < width; k += 1)
      sums[base + k] = (sums[base + k] ?? 0) + (weights[from + k] ?? 0);
  }
}
