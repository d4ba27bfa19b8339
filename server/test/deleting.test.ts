import { expect, test } from 'vitest';
import { deletesUnasked, erasesElsewhere, reasonsOfNothing } from './deleting.ts';
import { sourcesUnder } from './fences.ts';

const server = sourcesUnder('server/src');
const planted = (text: string) => [{ path: 'server/src/modules/desk/planted.ts', text }];

test('whoever takes something away asks for holds, or says why not', () => {
  expect(deletesUnasked(server)).toEqual([]);
  expect(reasonsOfNothing(server)).toEqual([]);
});

test('the fence bites: a job that deletes by itself', () => {
  for (const text of [
    "await tx.deleteFrom('orders.text').execute();",
    'await sql`delete from orders.text`.execute(tx);',
    "sweep({ table: 'orders.text', overAt: 'at', keptHours: 1 });",
    'await change(ctx, { phone_enc: null });',
  ])
    expect(deletesUnasked(planted(text)), text).toHaveLength(1);
});

test('words, people and files of orders leave by the one place that asks for holds', () => {
  expect(erasesElsewhere(server)).toEqual([]);
  for (const text of [
    'await orders.eraseTexts(ctx, [id]);',
    'await requesters.erase(ctx, [id]);',
    'await eraseFiles(ctx, [id]);',
  ])
    expect(erasesElsewhere(planted(text)), text).toHaveLength(1);
});
