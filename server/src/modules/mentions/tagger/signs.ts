import { taggedWords } from '../../text/index.ts';

/** 特征: what can be seen at every token of one text, and in every stretch of it. All as text; numbers come later. */
export interface Signs {
  readonly atToken: readonly (readonly string[])[];
  /** What is seen in the tokens from start up to end. */
  within(start: number, end: number): string[];
}

/** Endings of marked names, most frequent first: the corner stones of an address, learnt from what was marked. */
export interface Endings {
  readonly rank: ReadonlyMap<string, number>;
}

const edge = '\u0002';
const farthest = 6;

export function signsOf(tokens: readonly string[], endings: Endings): Signs {
  const words = wordPlaces(tokens);
  const folded = tokens.map(fold);
  const shapes = folded.map(shapeOf);
  const at = (list: readonly string[], index: number): string => list[index] ?? edge;
  return {
    atToken: tokens.map((_, here) => [
      ...charSigns(folded, here),
      ...shapeSigns(shapes, folded, here),
      ...wordSigns(words, here),
      ...endingSigns(folded, here, endings),
    ]),
    within: (start, end) => {
      const body = folded.slice(start, end);
      const whole = body.join('');
      const shape = body.map(shapeWithHan).join('');
      const length = end - start;
      const last = at(folded, end - 1);
      const aligned = `${Number(words.starts.has(start))}${Number(words.starts.has(end))}`;
      return [
        `L${Math.min(length, 12)}`,
        `e${last}`,
        `el${last}${Math.min(length, 8)}`,
        `e2${at(folded, end - 2)}${last}`,
        `e3${body.slice(-3).join('')}`,
        `b${at(folded, start)}`,
        `b2${body.slice(0, 2).join('')}`,
        `be${at(folded, start)}${last}`,
        `ea${last}${at(folded, end)}`,
        `pe${at(folded, start - 1)}${last}`,
        `a${aligned}`,
        `ae${aligned}${last}`,
        ...(length <= 12 ? [`w${whole}`] : []),
        ...(/\d/.test(whole) ? [`s${shape.replaceAll(/d+/g, 'd')}`, `S${shape}`] : []),
        ...(length <= 20 ? [`t${words.tagsIn(start, end)}`] : []),
      ];
    },
  };
}

const fold = (token: string): string => {
  const plain = token.normalize('NFKC').toLowerCase();
  return plain.trim() === '' ? ' ' : plain;
};

function shapeOf(token: string): string {
  if (/^\d+$/.test(token)) return 'd';
  if (/^[a-z]+$/.test(token)) return 'a';
  if (/^[零〇一二两三四五六七八九十百千]$/.test(token)) return 'n';
  if (/^[东南西北中上下前后左右内外]$/.test(token)) return 'x';
  return /^\p{L}$/u.test(token) ? 'h' : 'p';
}

const shapeWithHan = (token: string): string => {
  const shape = shapeOf(token);
  return shape === 'h' || shape === 'p' || shape === 'x' ? token : shape;
};

function charSigns(folded: readonly string[], here: number): string[] {
  const c = (offset: number): string => folded[here + offset] ?? edge;
  const [a, b, o, d, e] = [c(-2), c(-1), c(0), c(1), c(2)];
  return [
    `0${o}`,
    `1${b}`,
    `2${d}`,
    `3${a}`,
    `4${e}`,
    `5${b}${o}`,
    `6${o}${d}`,
    `7${a}${b}`,
    `8${d}${e}`,
    `9${b}${d}`,
    `A${a}${b}${o}`,
    `B${b}${o}${d}`,
    `C${o}${d}${e}`,
    `D${c(-3)}${a}${b}${o}`,
    `E${o}${d}${e}${c(3)}`,
    `F${b}${o}${d}${e}`,
  ];
}

function shapeSigns(shapes: readonly string[], folded: readonly string[], here: number): string[] {
  const s = (offset: number): string => shapes[here + offset] ?? edge;
  const mixed = (offset: number): string => shapeWithHan(folded[here + offset] ?? edge);
  const run = runAround(shapes, here);
  return [
    `G${s(-2)}${s(-1)}${s(0)}${s(1)}${s(2)}`,
    `H${s(-1)}${mixed(0)}${s(1)}`,
    `I${mixed(-1)}${mixed(0)}${mixed(1)}`,
    `J${mixed(0)}${mixed(1)}${mixed(2)}`,
    `K${mixed(-2)}${mixed(-1)}${mixed(0)}`,
    ...(run === null
      ? []
      : [
          `M${run.length}${run.at}${folded[run.end] ?? edge}`,
          `N${folded[run.start - 1] ?? edge}${folded[run.end] ?? edge}`,
        ]),
  ];
}

/** The run of digits a token stands in: its length tells a room from a house. */
function runAround(shapes: readonly string[], here: number) {
  if (shapes[here] !== 'd') return null;
  let start = here;
  let end = here + 1;
  while (shapes[start - 1] === 'd') start -= 1;
  while (shapes[end] === 'd') end += 1;
  return { start, end, length: Math.min(end - start, 5), at: here === start ? 'f' : 'm' };
}

/** The nearest ending behind and ahead: three characters before a 路 one stands in the name of a road. */
function endingSigns(folded: readonly string[], here: number, { rank }: Endings): string[] {
  const found: string[] = [];
  for (let step = 0; step <= farthest; step += 1) {
    const token = folded[here + step];
    if (token !== undefined && rank.has(token)) {
      found.push(`O${step}${token}`, `P${token}${folded[here] ?? ''}`);
      break;
    }
  }
  for (let step = 1; step <= farthest; step += 1) {
    const token = folded[here - step];
    if (token !== undefined && rank.has(token)) {
      found.push(`Q${step}${token}`);
      break;
    }
  }
  return [...found, `R${Math.min(here, 5)}`, `T${Math.min(folded.length - here, 5)}`];
}

interface WordPlaces {
  readonly starts: ReadonlySet<number>;
  at(token: number): { word: string; tag: string; place: string; before: string; after: string };
  tagsIn(start: number, end: number): string;
}

/** Where the dictionary would cut: tokens are joined, and every word is told by the tokens it covers. */
function wordPlaces(tokens: readonly string[]): WordPlaces {
  const text = tokens.join('');
  const tokenAt = new Map<number, number>();
  let position = 0;
  tokens.forEach((token, index) => {
    tokenAt.set(position, index);
    position += token.length;
  });
  tokenAt.set(position, tokens.length);
  const starts = new Set<number>([tokens.length]);
  const wordOf: number[] = [];
  const words = taggedWords(text);
  let index = 0;
  words.forEach(({ start, word }, which) => {
    const first = tokenAt.get(start);
    if (first !== undefined) starts.add(first);
    for (let at = start; at < start + word.length; at += 1) {
      if (tokenAt.get(at) === undefined) continue;
      wordOf[index] = which;
      index += 1;
    }
  });
  const word = (which: number) => words[which] ?? { word: edge, tag: edge, start: 0 };
  return {
    starts,
    at: (token) => {
      const which = wordOf[token] ?? -1;
      const isFirst = wordOf[token - 1] !== which;
      const isLast = wordOf[token + 1] !== which;
      const place = isFirst ? (isLast ? 'S' : 'B') : isLast ? 'E' : 'M';
      const { word: own, tag } = word(which);
      return { word: own, tag, place, before: word(which - 1).word, after: word(which + 1).word };
    },
    tagsIn: (start, end) => {
      const tags: string[] = [];
      for (let at = start; at < end; at += 1)
        if (at === start || wordOf[at] !== wordOf[at - 1]) tags.push(word(wordOf[at] ?? -1).tag);
      return tags.length > 5 ? '+' : tags.join('.');
    },
  };
}

function wordSigns(words: WordPlaces, here: number): string[] {
  const { word, tag, place, before, after } = words.at(here);
  return [
    `U${place}${tag}`,
    `V${place}${word}`,
    `W${before}${place}`,
    `X${after}${place}`,
    `Y${place}${words.at(here - 1).tag}${tag}${words.at(here + 1).tag}`,
  ];
}
