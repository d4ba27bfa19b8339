import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formula, plantFormulas } from './entering/formulas.ts';
import { brokenByAddresses } from './entering/malformed.ts';
import { aboutNothing, idsIn } from './entering/other-ids.ts';
import { poisoned } from './entering/poisoned.ts';
import { cellsOf, readable } from './entering/readable.ts';
import { makeStrangers, type Stranger } from './entering/strangers.ts';
import { sourcesUnder } from './fences.ts';
import { send } from './permissions/ask.ts';
import { type Kind, kinds } from './permissions/objects.ts';
import type { Probe, Request } from './permissions/probe.ts';
import { probes } from './permissions/probes.ts';
import { people, readTable } from './permissions/table.ts';
import { makeWorld, type World } from './permissions/world.ts';

let world: World;
let strangers: readonly Stranger[];
beforeAll(async () => {
  world = await makeWorld();
  strangers = await makeStrangers(world.runtime);
}, 280_000);
afterAll(() => world?.stop());

const table = readTable();
const coded = z.object({ error: z.object({ code: z.string() }) });

interface Tried {
  readonly route: string;
  readonly isPublic: boolean;
  readonly isRaw: boolean;
  readonly probe: Probe;
}

const tried = (): Tried[] =>
  world.app.registry.flatMap(({ method, path, may, isRaw }) => {
    const route = `${method} ${path}`;
    const probe = probes[route];
    return probe ? [{ route, isPublic: may === 'public', isRaw, probe }] : [];
  });

const mayUse = (route: string, person: string): boolean =>
  kinds.some((kind) => ['yes', 'hidden'].includes(table.answer(route, person, kind)));

/** What of the county department's a stranger's list would have to name. */
const theirs = (): ReadonlySet<string> => {
  const { letters, tasks, visits, meetings, clues, ledgers } = world.fixtures;
  return idsIn([letters, tasks, visits, meetings, clues, ledgers]);
};

/** What strangers could ask for: by an id, or as a list. */
const asked = { byId: new Set<string>(), lists: new Set<string>() };

async function wrongTo({ route, probe }: Tried, stranger: Stranger, kind: Kind): Promise<string[]> {
  const order = world.order(kind, probe.stage ?? 'working');
  const request = probe.request({ person: stranger, order, fixtures: world.fixtures });
  const isNamed = idsIn(request).size > 0;
  asked[isNamed ? 'byId' : 'lists'].add(route);
  const what = `${route} by ${stranger.name} on ${kind}`;
  const real = await send(world.app, route, request, stranger.token);
  if (real.status >= 500) return [`${what}: ${real.status}`];
  const text = await readable(real.body);
  if (isNamed) {
    // The same answer, id for id.
    const none = await send(world.app, route, aboutNothing(request), stranger.token);
    const expected = await readable(none.body);
    const isSame =
      real.status === none.status && (await readable(aboutNothing(real.body))) === expected;
    return isSame ? [] : [`${what}: ${text.slice(0, 200)}, of nothing ${expected.slice(0, 200)}`];
  }
  const names = [order.orderId, order.orderNo, order.phone, ...theirs()];
  return names.filter((name) => text.includes(name)).map((name) => `${what}: shows ${name}`);
}

describe('somebody of another unit', () => {
  test('is signed in, or all of this would say nothing', async () => {
    for (const { token } of strangers)
      expect((await send(world.app, 'GET /me', {}, token)).status).toBe(200);
  });

  test('is told of an object by its id what they are told of one that does not exist', {
    timeout: 400_000,
  }, async () => {
    const wrong: string[] = [];
    for (const one of tried()) {
      if (one.isPublic) continue;
      const looked: Kind[] = table.withoutObject.has(one.route) ? ['own'] : ['own', 'named'];
      for (const stranger of strangers.filter(({ role }) => mayUse(one.route, role)))
        for (const kind of looked) wrong.push(...(await wrongTo(one, stranger, kind)));
    }
    expect(wrong.join('\n')).toBe('');
    expect(asked.byId.size).toBeGreaterThan(75);
    expect(asked.lists.size).toBeGreaterThan(50);
  });
});

describe('a page of another site', () => {
  test('changes nothing with the cookie of whoever sits before it', {
    timeout: 200_000,
  }, async () => {
    const wrong: string[] = [];
    const cookie = `minsheng=${world.people.get('machine')?.token}`;
    let count = 0;
    for (const { method, path, may } of world.app.registry) {
      if (method === 'GET' || may === 'public') continue;
      count += 1;
      const ask = async (headers: Record<string, string>) =>
        coded.safeParse(
          (
            await world.app.fastify.inject({
              method,
              url: `/api${path.replace(/:\w+/g, '019cac0f-2680-7042-b039-4ca1c9c9341a')}`,
              headers: { cookie, 'content-type': 'application/json', ...headers },
              payload: '{}',
            })
          ).json(),
        ).data?.error.code;
      const refused = 'identity.sign-in-needed';
      const ours = { 'x-minsheng': '1' };
      if ((await ask(ours)) === refused) wrong.push(`${method} ${path} refuses our own page`);
      if ((await ask({})) !== refused) wrong.push(`${method} ${path} without the header`);
      for (const from of [
        { origin: 'https://elsewhere.example' },
        { 'sec-fetch-site': 'cross-site' },
      ])
        if ((await ask({ ...ours, ...from })) !== refused)
          wrong.push(`${method} ${path} from elsewhere`);
    }
    expect(wrong.join('\n')).toBe('');
    expect(count).toBeGreaterThan(250);
  });
});

/** Somebody the route answers with the object, if there is anybody. */
function asSomebody({ route, probe }: Tried): { request: Request; token: string } {
  const isYes = (name: string, kind: Kind) => table.answer(route, name, kind) === 'yes';
  const kind = kinds.find((each) => people.some((name) => isYes(name, each))) ?? 'own';
  const person = world.people.get(people.find((name) => isYes(name, kind)) ?? 'director');
  if (!person) throw new Error(`Nobody asks ${route}.`);
  const order = world.order(kind, probe.stage ?? 'working');
  return {
    request: probe.request({ person, order, fixtures: world.fixtures }),
    token: person.token,
  };
}

describe('words of a database in a request', () => {
  test('are words: no route breaks', { timeout: 500_000 }, async () => {
    const broken: string[] = [];
    let sent = 0;
    for (const one of tried()) {
      const { request, token } = asSomebody(one);
      for (const spoilt of poisoned(one.route, request)) {
        sent += 1;
        const { status } = await send(world.app, one.route, spoilt, token);
        if (status >= 500)
          broken.push(`${status} ${one.route}: ${JSON.stringify(spoilt).slice(0, 300)}`);
      }
    }
    expect(broken.join('\n')).toBe('');
    expect(sent).toBeGreaterThan(2000);
  });
});

describe('words of a spreadsheet in what is exported', () => {
  test('are words, in every sheet of every route', { timeout: 300_000 }, async () => {
    await plantFormulas(world.runtime.db);
    const wrong: string[] = [];
    const sheets: string[] = [];
    const kept: string[] = [];
    for (const one of tried().filter(({ isRaw }) => isRaw)) {
      const { request, token } = asSomebody(one);
      const { status, body } = await send(world.app, one.route, request, token);
      if (status !== 200 || !Buffer.isBuffer(body)) continue;
      const cells = await cellsOf(body);
      if (cells.length > 1) sheets.push(one.route);
      if (cells.some((cell) => typeof cell === 'string' && cell.startsWith(`'${formula}`)))
        kept.push(one.route);
      const run = cells.filter((cell) => typeof cell === 'object' && !(cell instanceof Date));
      const starts = cells.filter((cell) => typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell));
      for (const cell of [...run, ...starts]) wrong.push(`${one.route}: ${JSON.stringify(cell)}`);
    }
    expect(wrong.join('\n')).toBe('');
    expect(sheets.length).toBeGreaterThan(12);
    // It came into sheets, or nothing has been shown; all others are written by the same hand.
    const planted = ['letters', 'tasks', 'meetings'].map((name) => `POST /${name}/export`);
    expect(kept).toEqual(expect.arrayContaining(planted));
  });

  test('and no other file makes a sheet or a plain table', () => {
    const writes = sourcesUnder('server/src')
      .filter(({ path }) => !/\.test\.tsx?$/.test(path))
      .filter(({ text }) => /writeBuffer\(|\.csv\b.*write|\\ufeff\$\{/.test(text))
      .map(({ path }) => path);
    expect(writes).toEqual(['server/src/platform/sheet.ts']);
  });
});

test('whatever stands in an address is answered or refused: it never answers that it has broken', {
  timeout: 300_000,
}, async () => {
  const { broken, answered } = await brokenByAddresses(world);
  expect(broken.join('\n')).toBe('');
  // The rest wants a machine's key or signature, or something nobody made here.
  expect(answered).toBeGreaterThan(180);
});
