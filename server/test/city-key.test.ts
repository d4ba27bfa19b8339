import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestServer } from '../src/platform/testing/test-server.ts';
import { goneThrough, tablesOfCities } from './city-key/city-less.ts';
import { liveSpine } from './city-key/life.ts';
import { statementsSent } from './city-key/statements-sent.ts';
import { testServer } from './kit.ts';

/** Statements that may go through all cities, by what stands in them, and why. One that is not needed any more fails too. */
const ofAllCities: readonly (readonly [part: string, why: string])[] = [
  [
    'select exists (select from platform.outbox)',
    'one ticker serves every city of its database: it asks whether there is anything at all',
  ],
  ['delete from platform.outbox', 'and takes what was told, in the order it was told'],
  ['delete from platform.alarm using due', 'and what fell due, whichever city it is of'],
  [
    'select min(at) as at from platform.alarm',
    'the virtual clock of tests moves to the next alarm',
  ],
  ['update platform.installation', 'one row of the whole database: which clock it lives by'],
];

/** What the spine is made of; a recording that misses one of these has not seen it. */
const spine = [
  'orders.order',
  'orders.text',
  'orders.search',
  'issues.issue',
  'dispatch.assignment',
  'requesters.requester',
  'files.file',
  'call_back.attempt',
  'supervision.supervision',
  'deferrals.ledger',
  'notices.message',
  'desk.counter',
  'desk.delta',
  'platform.event',
  'platform.outbox',
  'platform.alarm',
  'platform.idempotency',
  'identity.session',
  'indicators.change',
];

let server: TestServer;
let client: pg.Client;
let ofCities: ReadonlySet<string>;
let texts: readonly string[] = [];

beforeAll(async () => {
  server = await testServer();
  const sent = statementsSent();
  try {
    await liveSpine(server);
  } finally {
    sent.stop();
  }
  texts = [...sent.texts];
  client = server.runtime.db.ownClient();
  await client.connect();
  ofCities = await tablesOfCities(client);
}, 600_000);
afterAll(async () => {
  await client?.end();
  await server?.stop();
});

test('no statement of the spine goes through a table of cities without its city', {
  timeout: 300_000,
}, async () => {
  const wrong: string[] = [];
  const needed = new Set<string>();
  const seen = new Set<string>();
  for (const text of texts) {
    const { through, cityLess } = await goneThrough(client, ofCities, text);
    for (const table of through) seen.add(table);
    if (cityLess.length === 0) continue;
    const allowed = ofAllCities.find(([part]) => text.includes(part));
    if (allowed) needed.add(allowed[0]);
    else wrong.push(`${cityLess.join(', ')}:\n${text}`);
  }
  expect(wrong).toEqual([]);
  expect(ofAllCities.map(([part]) => part).filter((part) => !needed.has(part))).toEqual([]);
  expect(spine.filter((table) => !seen.has(table))).toEqual([]);
});

/** The one place where a statement says its city, as the builder writes it or by hand. */
const key = /(?:"?\w+"?\.)*"?city_id"? = (\$\d+)/g;

test('a key that is taken out of any of them is missed', { timeout: 300_000 }, async () => {
  const withOne = texts.filter(
    (text) =>
      !/insert into/i.test(text) &&
      [...text.matchAll(/city_id/g)].length === 1 &&
      text.match(key)?.length === 1,
  );
  expect(withOne.length).toBeGreaterThan(80);
  const unseen: string[] = [];
  for (const text of withOne) {
    const { cityLess } = await goneThrough(client, ofCities, text.replace(key, '$1::integer > 0'));
    if (cityLess.length === 0) unseen.push(text);
  }
  expect(unseen).toEqual([]);
});
