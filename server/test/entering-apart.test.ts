import { messageKinds } from '@minsheng/contract/words/exchange.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../src/platform/testing/test-server.ts';
import { aboutNothing } from './entering/other-ids.ts';
import { readable } from './entering/readable.ts';
import { makeTwoColleagues, type TwoColleagues } from './entering/two-colleagues.ts';
import { makeTwoKeys, type TwoKeys } from './entering/two-keys.ts';
import { makeTwoPeers, type TwoPeers } from './entering/two-peers.ts';
import { testServer } from './kit.ts';
import { send } from './permissions/ask.ts';
import type { Request } from './permissions/probe.ts';

/** Things of one person, one key, one peer, asked for by another of the same kind; the routes are those that are served. */
let server: TestServer;
let keys: TwoKeys;
let people: TwoColleagues;
let peers: TwoPeers;
beforeAll(async () => {
  server = await testServer();
  keys = await makeTwoKeys(server);
  people = await makeTwoColleagues(server);
  peers = await makeTwoPeers(server);
}, 200_000);
afterAll(async () => {
  await server?.stop();
});

interface Served {
  readonly route: string;
  readonly path: string;
}

const servedUnder = (paths: RegExp): Served[] =>
  server.app.registry
    .filter(({ path }) => paths.test(path))
    .map(({ method, path }) => ({ route: `${method} ${path}`, path }));

const isOfOne = ({ path }: Served): boolean => path.includes('/:');

/** Answers what is wrong: another answer than about things that do not exist. */
async function otherThanNothing(
  { route }: Served,
  request: Request,
  token: string,
): Promise<string[]> {
  const real = await send(server.app, route, request, token);
  const none = await send(server.app, route, aboutNothing(request), token);
  const [said, expected] = [await readable(aboutNothing(real.body)), await readable(none.body)];
  return real.status === none.status && said === expected
    ? []
    : [
        `${route}: ${real.status} ${said.slice(0, 200)}, of nothing ${none.status} ${expected.slice(0, 200)}`,
      ];
}

async function namesIn(
  lists: readonly Served[],
  token: string,
  ids: readonly string[],
): Promise<string[]> {
  const found: string[] = [];
  for (const { route } of lists) {
    const text = await readable((await send(server.app, route, {}, token)).body);
    for (const id of ids) if (text.includes(id)) found.push(`${route} names ${id}`);
  }
  return found;
}

describe('two colleagues of one shift', () => {
  const personal = () => servedUnder(/^\/(own-|inbox|intake\/drafts)/);
  const lists = () =>
    personal().filter(({ route }) => /^GET \/(own-sessions|inbox|intake)/.test(route));
  const listed = async () =>
    Promise.all(
      lists().map(async ({ route }) => (await send(server.app, route, {}, people.own.token)).body),
    );

  test('what is one’s own is not named to the other, and stays as it was whatever the other tries', async () => {
    const before = await listed();
    expect(JSON.stringify(before)).toContain(people.ids[0]);
    expect(JSON.stringify(before)).toContain(people.ids[1]);
    expect(JSON.stringify(before)).toContain(people.ids[2]);
    const wrong: string[] = [];
    for (const one of personal().filter(isOfOne))
      wrong.push(...(await otherThanNothing(one, people.request(one.path), people.other.token)));
    for (const { route, path } of personal().filter(
      (one) => !isOfOne(one) && /^(POST|PUT) .*read$/.test(one.route),
    ))
      await send(server.app, route, people.request(path), people.other.token);
    wrong.push(...(await namesIn(lists(), people.other.token, people.ids)));
    expect(wrong.join('\n')).toBe('');
    expect(await listed()).toEqual(before);
    expect(
      personal()
        .filter(isOfOne)
        .map(({ route }) => route)
        .sort(),
    ).toEqual([
      'DELETE /intake/drafts/:draftId',
      'POST /inbox/:postingId/read',
      'POST /own-sessions/:sessionId/end',
      'PUT /intake/drafts/:draftId',
    ]);
  });

  test('and the same asked by whose they are does change them, or nothing was shown', async () => {
    const before = await listed();
    for (const { route, path } of personal().filter(
      (one) => isOfOne(one) && !one.route.includes('sessions'),
    ))
      await send(server.app, route, people.request(path), people.own.token);
    const after = await listed();
    expect(JSON.stringify(after)).not.toContain(people.ids[0]);
    expect(after).not.toEqual(before);
  });
});

describe('two keys of the open interface', () => {
  const open = () => servedUnder(/^\/open\/v1\//);

  test('of another unit, or of another account where things are an account’s, learn no more than of nothing', async () => {
    const wrong: string[] = [];
    const ofAccount = /hooks|exports/;
    for (const one of open().filter(isOfOne)) {
      const request = keys.request(one.path);
      wrong.push(...(await otherThanNothing(one, request, keys.other)));
      if (ofAccount.test(one.path))
        wrong.push(...(await otherThanNothing(one, request, keys.colleague)));
    }
    const lists = open().filter((one) => !isOfOne(one) && one.route.startsWith('GET'));
    wrong.push(...(await namesIn(lists, keys.other, keys.ids)));
    expect(wrong.join('\n')).toBe('');
    expect(open().filter(isOfOne).length).toBeGreaterThan(11);
  });

  test('and the key whose they are is answered otherwise by every one of these routes', async () => {
    const same: string[] = [];
    for (const { route, path } of open().filter(isOfOne)) {
      const request = keys.request(path);
      const own = await send(server.app, route, request, keys.own);
      const other = await send(server.app, route, request, keys.other);
      // No part of an export is written here: whose it is sees that it waits.
      if (path.includes('/parts/')) continue;
      if ((await readable(own.body)) === (await readable(other.body))) same.push(route);
      if (JSON.stringify(own.body).includes('platform.bad-input')) same.push(`${route}: bad words`);
    }
    expect(same).toEqual([]);
  });
});

describe('two peers', () => {
  // First: afterwards its day repeats what it said itself.
  test('its day names nothing of the other, nor do rows of a sharing that is the other’s', async () => {
    for (const page of await peers.readsOfOther())
      for (const id of peers.ids) expect(page).not.toContain(id);
    expect(await peers.shareOfForeign()).toEqual(await peers.shareOfNothing());
  });

  test('a peer that names the case of another is told what it is told of no case, by every kind of message', async () => {
    for (const kind of messageKinds)
      expect(await peers.saidOfForeign(kind), kind).toEqual(await peers.saidOfNothing(kind));
    expect(await peers.traces()).toEqual(peers.before);
  });

  test('a file the other has sent is not there for it', async () => {
    expect(await peers.namingFileOf('other')).toEqual(await peers.namingFileOf('nobody'));
    expect(await peers.namingFileOf('itself')).not.toEqual(await peers.namingFileOf('nobody'));
  });

  test('and the peer whose case it is does move it', async () => {
    await peers.ownSupplement();
    expect(await peers.traces()).not.toEqual(peers.before);
  });
});
