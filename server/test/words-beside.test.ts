import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wordsBeside } from '../src/modules/orders/index.ts';
import { projectRoot } from './fences.ts';
import { reasonsOfNoColumn, wordsLeftBehind } from './words-beside.ts';

await import('../src/assembly.ts');
const types = readFileSync(join(projectRoot, 'server/src/platform/db.types.gen.ts'), 'utf8');
const leaving = new Set(
  wordsBeside().flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`)),
);

test('what is written beside an order leaves with its words, or says why it stays', () => {
  expect(wordsLeftBehind(types, leaving)).toEqual([]);
  expect(reasonsOfNoColumn(types, leaving)).toEqual([]);
});

test('the fence bites: a note beside an order that nobody spoke of', () => {
  const planted = `${types.replace('export interface DB {', 'export interface DB {\n  "desk.note": DeskNote;')}
export interface DeskNote {
  city_id: number;
  order_id: string;
  remark: string | null;
  said_enc: Buffer;
}
`;
  expect(wordsLeftBehind(planted, leaving)).toEqual(['desk.note.remark', 'desk.note.said_enc']);
  expect(wordsLeftBehind(types, new Set())).toContain('tasks.task.wanted');
});
