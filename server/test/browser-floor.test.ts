import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beyond, cssFloors } from './browser-floor.ts';
import { projectRoot } from './fences.ts';

const sheetsOf = (workspace: string) =>
  readdirSync(join(projectRoot, workspace, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.css'))
    .map((path) => join(projectRoot, workspace, 'src', path));

test.each(Object.entries(cssFloors))(
  'the style sheets of the %s say nothing Chrome learnt after %i',
  (workspace, floor) => {
    const sheets = sheetsOf(workspace);
    expect(sheets.length).toBeGreaterThan(3);
    const found = sheets.flatMap((path) =>
      beyond(readFileSync(path, 'utf8'), floor).map((what) => `${path}: ${what}`),
    );
    expect(found).toEqual([]);
  },
);

test.each([
  ['.row { display: flex; gap: 8px }', 80, ['gap']],
  ['.row { display: flex; gap: 8px }', 109, []],
  ['.row { grid-gap: 8px }', 80, []],
  ['.a:has(b) { inset: 0 }', 80, ['inset', ':has']],
  ['.a { box-shadow: inset 0 0 1px red; height: 100dvh }', 80, ['dvh, svh, lvh']],
  ['.a {\n  & b { color: color-mix(in srgb, red, blue) }\n}', 109, ['color-mix', 'nesting']],
  ['/* no :has here */ .a { transform: scale(2); transition: scale 1s }', 80, []],
  ['@supports (height: 1dvh) { .a { height: 1dvh } } .b { text-wrap: balance }', 80, ['text-wrap']],
])('planted: %s beyond %i', (css, floor, found) => {
  expect(beyond(css, floor)).toEqual(found);
});
