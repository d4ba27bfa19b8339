import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import {
  freePort,
  startTwin,
  type Twin,
  until,
} from '../../../../twins/police-110/testing/twin.ts';
import { registerPeer } from '../../../test/exchange/peer-kit.ts';
import { testServer } from '../../../test/kit.ts';
import { changePeer } from '../../../test/use-cases.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import type { TestServer } from '../../platform/testing/test-server.ts';
import { transact } from '../../platform/transact.ts';
import { approveShare, askShare } from './decide-share.ts';
import { fetchShare, listShares, readShare } from './read-shares.ts';

// Two programs on a busy machine take their time.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 });

let server: TestServer;
let police: Twin;

beforeAll(async () => {
  server = await testServer();
  const secret = randomBytes(24).toString('hex');
  const port = await freePort();
  const peerUrl = `${server.url}/api/exchange/v1`;
  const codes = { code: 'police-110', peerCode: 'minsheng-test' };
  police = await startTwin({ ...codes, peerUrl, port, secret });
  await registerPeer(
    server,
    { code: 'police-110', ownCode: 'minsheng-test', secret },
    { adapter: 'police-110', base_url: police.base },
  );
  const to = await asSystem(async (ctx) => ctx.now.toISOString());
  await police.control('POST', 'clock', { to });
});
afterAll(async () => {
  await police?.end();
  await server?.stop();
});

const asSystem = <T>(work: (ctx: Context) => Promise<T>) =>
  transact(server.runtime, systemActor, work);
const viewOf = async (shareId: string) =>
  (await asSystem((ctx) => readShare(ctx, { shareId }))).share;
const stateOf = async (shareId: string) => (await viewOf(shareId)).state;
const page = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });
const shares = z.object({ rows: z.array(z.object({ id: z.string(), state: z.string() })) });
const theirs = async () => shares.parse(await police.control('GET', 'shares')).rows;

async function settled(isSo: () => Promise<boolean>): Promise<void> {
  await until(async () => {
    await server.advance(0);
    return isSo();
  });
}

test('110 asks, our side approves, it takes batch by batch; revoked there, it is over here', async () => {
  const until = await asSystem(async (ctx) =>
    new Date(ctx.now.getTime() + 20 * 86_400_000).toISOString(),
  );
  const wish = { purpose: '研判非警务警情', fields: ['orderNo', 'status'], gives: 'asked', until };
  const { id } = z.object({ id: z.string() }).parse(await police.control('POST', 'shares', wish));
  const { rows } = await asSystem((ctx) => listShares(ctx, {}));
  const shareId = rows[0]?.id ?? '';
  expect(await stateOf(shareId)).toBe('our-turn');
  await expect(police.control('POST', `shares/${id}/take`)).rejects.toThrow(/share-ended/);
  await asSystem((ctx) => approveShare(ctx, { shareId, named: [] }));
  await settled(async () =>
    (await theirs()).some((row) => row.id === id && row.state === 'active'),
  );
  expect(page.parse(await police.control('POST', `shares/${id}/take`)).rows).toEqual([]);
  const { batches } = await asSystem((ctx) => readShare(ctx, { shareId }));
  expect(batches).toHaveLength(1);
  await police.control('POST', `shares/${id}/revoke`);
  expect(await stateOf(shareId)).toBe('revoked');
});

test('we ask, 110 approves, and what it gives is fetched from the last cursor on', async () => {
  await police.control('POST', 'cases', {
    ...{ appeal: { title: '示例', words: '路口有人争吵。', typeCode: 'QZ' }, mode: 'push' },
    ...{ place: { text: '示例路' }, requester: { anonymous: true } },
  });
  const { shareId } = await asSystem((ctx) =>
    askShare(ctx, {
      ...{ peer: 'police-110', direction: 'in', purpose: '研判重复警情' },
      ...{ fields: ['number', 'state'], days: 30 },
    }),
  );
  // Switched off they are told nothing, and all of it once they are on again.
  await asSystem((ctx) => changePeer(ctx, { code: 'police-110', isOn: false }));
  await asSystem((ctx) => approveShare(ctx, { shareId, named: [] }));
  await settled(async () => (await viewOf(shareId)).trouble !== null);
  expect((await theirs()).map(({ id }) => id)).not.toContain(shareId);
  await asSystem((ctx) => changePeer(ctx, { code: 'police-110', isOn: true }));
  await server.advance(1);
  await settled(async () => (await theirs()).some(({ id }) => id === shareId));
  await police.control('POST', `shares/${shareId}/approve`);
  expect(await stateOf(shareId)).toBe('active');
  const batchesNow = async () => (await asSystem((ctx) => readShare(ctx, { shareId }))).batches;
  for (const rows of [1, 0]) {
    const before = (await batchesNow()).length;
    await asSystem((ctx) => fetchShare(ctx, { shareId }));
    await settled(async () => (await batchesNow()).length > before);
    expect((await batchesNow())[0]).toMatchObject({ way: 'fetched', orders: rows });
  }
});
