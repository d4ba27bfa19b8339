/** What style sheets may say that a browser learnt after our floors; scripts are held by the journeys, which forget it. */
const learnt: readonly (readonly [what: string, how: RegExp, since: number])[] = [
  // `grid-gap` is as old as grids and means the same there; in a row that bends it needs this.
  ['gap', /(?<![\w-])(row-|column-)?gap\s*:/, 84],
  [':focus-visible', /:focus-visible/, 86],
  ['inset', /(?<![\w-])inset(-block|-inline)?\s*:/, 87],
  ['margin-inline, padding-block …', /(margin|padding)-(inline|block)\s*:/, 87],
  [':is, :where', /:(is|where)\(/, 88],
  ['aspect-ratio', /aspect-ratio\s*:/, 88],
  ['overflow: clip', /overflow(-[xy])?\s*:\s*clip/, 90],
  ['accent-color', /accent-color\s*:/, 93],
  ['scrollbar-gutter', /scrollbar-gutter\s*:/, 94],
  ['@layer', /@layer\b/, 99],
  ['translate, rotate, scale of their own', /(?<![\w-])(translate|rotate|scale)\s*:/, 104],
  [':has', /:has\(/, 105],
  ['@container', /@container\b/, 105],
  ['dvh, svh, lvh', /\d(d|s|l)v(h|w|min|max)\b/, 108],
  ['color-mix', /color-mix\(/, 111],
  ['nesting', /^\s*&/m, 112],
  ['linear()', /(?<![\w-])linear\(/, 113],
  ['text-wrap', /text-wrap\s*:/, 114],
  ['subgrid', /\bsubgrid\b/, 117],
  ['@scope', /@scope\b/, 118],
  ['light-dark', /light-dark\(/, 123],
  ['field-sizing', /field-sizing\s*:/, 123],
  ['anchors', /\banchor(-name|-scope)?\s*[:(]/, 125],
];

export const cssFloors = { console: 109, citizen: 80 } as const;

/** What a sheet says beyond this version of Chrome, outside comments and `@supports`. */
export function beyond(css: string, floor: number): string[] {
  const said = withoutGuarded(css.replaceAll(/\/\*[\s\S]*?\*\//g, ''));
  return learnt.filter(([, how, since]) => since > floor && how.test(said)).map(([what]) => what);
}

/** Whoever asks first may use it. */
function withoutGuarded(css: string): string {
  const at = css.indexOf('@supports');
  if (at < 0) return css;
  let depth = 0;
  let end = css.indexOf('{', at);
  if (end < 0) return css.slice(0, at);
  do {
    if (css[end] === '{') depth += 1;
    if (css[end] === '}') depth -= 1;
    end += 1;
  } while (depth > 0 && end < css.length);
  return css.slice(0, at) + withoutGuarded(css.slice(end));
}
