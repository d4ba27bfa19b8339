import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  carrierRow,
  messageRow,
  orderRow,
  problemRow,
  tagOfAddress,
  urgencyRow,
} from './row-shapes.ts';

const root = import.meta.dirname;
/** Every set: its two halves, what a line is, and how many lines both must have at least. */
const sets = [
  { halves: pair('urgency/emergencies-'), row: urgencyRow, atLeast: 600 },
  { halves: pair('urgency/near-misses-'), row: urgencyRow, atLeast: 600 },
  { halves: pair('orders/'), row: orderRow, atLeast: 1500 },
  {
    halves: ['problems/choose/messages.jsonl', 'problems/tell/messages.jsonl'],
    row: messageRow,
    atLeast: 1600,
  },
];

test.each(sets)(
  '$halves.0: lines have their shape, halves share none',
  ({ halves, row, atLeast }) => {
    const read = halves.map((path) => linesOf(path).map((line) => row.parse(JSON.parse(line))));
    const rows = read.flat();
    expect(rows.length).toBeGreaterThanOrEqual(atLeast);
    expect(repeated(rows.map((each) => each.id))).toEqual([]);
    expect(repeated(rows.map((each) => `${each.title ?? ''} ${each.detail}`))).toEqual([]);
  },
);

test('an emergency says how urgent, a near miss says that it is none', () => {
  for (const half of ['choose', 'tell']) {
    const expected = (path: string) =>
      linesOf(path).map((line) => urgencyRow.parse(JSON.parse(line)).expect);
    expect(expected(`urgency/emergencies-${half}.jsonl`)).not.toContain(null);
    expect(new Set(expected(`urgency/near-misses-${half}.jsonl`))).toEqual(new Set([null]));
  }
});

test('every matter has two orders to choose by and one to tell by, and no other label stands there', () => {
  const matters = readFileSync(join(root, '../cities/common/matters.tsv'), 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '')
    .filter((code) => /^\d{6}$/.test(code));
  for (const [half, atLeast] of [
    ['choose', 2],
    ['tell', 1],
  ] as const) {
    const labels = ordersOf(half).map(({ label }) => label);
    expect(labels.filter((label) => !matters.includes(label))).toEqual([]);
    const few = matters.filter((code) => labels.filter((label) => label === code).length < atLeast);
    expect(few).toEqual([]);
  }
});

test('a place is named in the words of its text', () => {
  for (const { id, title, detail, place } of [...ordersOf('choose'), ...ordersOf('tell')]) {
    const text = `${title ?? ''} ${detail}`;
    const notSaid = Object.values(place).filter((name) => name !== null && !text.includes(name));
    expect(notSaid, id).toEqual([]);
  }
});

test.each(['choose', 'tell'])(
  'problems of %s: each told by different people, much between them',
  (half) => {
    const messages = linesOf(`problems/${half}/messages.jsonl`).map((line) =>
      messageRow.parse(JSON.parse(line)),
    );
    const problems = linesOf(`problems/${half}/gold.jsonl`).map((line) =>
      problemRow.parse(JSON.parse(line)),
    );
    const personOf = new Map(messages.map((message) => [message.id, message.person]));
    expect(problems.length).toBeGreaterThanOrEqual(45);
    expect(repeated(problems.map(({ problem }) => problem))).toEqual([]);
    const told = problems.flatMap(({ ids }) => ids);
    expect(repeated(told)).toEqual([]);
    expect(told.filter((one) => !personOf.has(one))).toEqual([]);
    expect(messages.length - told.length).toBeGreaterThanOrEqual(500);
    for (const { problem, ids } of problems) {
      expect(repeated(ids.map((one) => personOf.get(one) ?? '')), problem).toEqual([]);
    }
  },
);

test.each(['choose', 'tell'])(
  'texts to redact of %s: known slots, and what must remain stands there',
  (half) => {
    const slot =
      /\{(name|minority|phone|landline|id|plate|home|bank|mail|wechat|company|estate|road)\d?\}/g;
    const carriers = linesOf(`redact/carriers-${half}.jsonl`).map((line) =>
      carrierRow.parse(JSON.parse(line)),
    );
    expect(carriers.length).toBeGreaterThanOrEqual(40);
    for (const { id, text, keep } of carriers) {
      expect(text.replace(slot, ''), id).not.toMatch(/[{}]/);
      expect(
        keep.filter((words) => !text.includes(words)),
        id,
      ).toEqual([]);
    }
  },
);

test('the lists to redact share no name between the halves', () => {
  const [choose, tell] = ['choose', 'tell'].map((half) =>
    z
      .record(z.string(), z.array(z.string()))
      .parse(JSON.parse(readFileSync(join(root, `redact/lists-${half}.json`), 'utf8'))),
  );
  expect(Object.keys(choose ?? {})).toEqual(Object.keys(tell ?? {}));
  for (const list of ['surnames', 'givenNames', 'minorityNames', 'companies', 'estates', 'roads']) {
    const known = new Set(choose?.[list]);
    expect(
      tell?.[list]?.filter((name) => known.has(name)),
      list,
    ).toEqual([]);
  }
});

test('addresses: three hundred a half, known tags in order, none in both', () => {
  const read = ['choose', 'tell'].map((half) =>
    readFileSync(join(root, `addresses/${half}.conll`), 'utf8')
      .trim()
      .split('\n\n'),
  );
  for (const address of read.flat()) {
    const tagged = address.split('\n').map((line) => line.split('\t'));
    expect(tagged.every(([character = '']) => Array.from(character).length === 1)).toBe(true);
    const tags = tagged.map(([, tag = '']) => tag);
    expect(tags.filter((tag) => !tagOfAddress.test(tag))).toEqual([]);
    const astray = tags.filter(
      (tag, at) => tag.startsWith('I-') && tags[at - 1]?.slice(2) !== tag.slice(2),
    );
    expect(astray, address).toEqual([]);
  }
  for (const half of read) expect(half.length).toBeGreaterThanOrEqual(300);
  expect(repeated(read.flat())).toEqual([]);
});

test('no telephone, identity or card number stands in any file', () => {
  for (const path of everyFile()) {
    expect(readFileSync(join(root, path), 'utf8').match(/\d{11,}/g), path).toBeNull();
  }
});

function pair(start: string): string[] {
  return [`${start}choose.jsonl`, `${start}tell.jsonl`];
}

function ordersOf(half: string): z.infer<typeof orderRow>[] {
  return linesOf(`orders/${half}.jsonl`).map((line) => orderRow.parse(JSON.parse(line)));
}

function linesOf(path: string): string[] {
  return readFileSync(join(root, path), 'utf8').split('\n').filter(Boolean);
}

function everyFile(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(jsonl?|conll|md)$/.test(path),
  );
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}
