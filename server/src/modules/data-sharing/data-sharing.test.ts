import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import type { Context } from '../../platform/context.ts';
import { encrypt } from '../../platform/secrets.ts';
import {
  nothingOpened,
  type Peer,
  peerOf,
  registerAdapter,
  registerPeer,
} from '../exchange/index.ts';
import { keepPage } from './ask-peer.jobs.ts';
import { emptyBatches } from './batches.repo.ts';
import { approveShare, askShare, refuseShare, revokeShare } from './decide-share.ts';
import { givePage } from './give-page.ts';
import { hearPeer } from './hear-peer.ts';
import { fetchShare, listShares, readBatch, readShare, sharesOfOrder } from './read-shares.ts';

const code = 'police-share';

/** Of a kind that has no signed requests. */
registerAdapter({
  ...{ name: 'files-only', label: '示例文件夹', reachedBy: 'folder', takes: [], hears: [] },
  check: async () => {},
  apply: async () => nothingOpened,
  outward: async () => null,
});

const aPeer = (ctx: Context): Promise<Peer> => peerBy(ctx, { code, adapter: 'webhook' });

async function peerBy(ctx: Context, { code, adapter }: { code: string; adapter: string }) {
  await registerPeer(ctx, {
    ...{ code, adapter, name: '示例110', net: null, unit_code: null },
    ...{ base_url: 'http://127.0.0.1:9', own_code: 'us', scheme: 'hmac-sha256', peer_key: null },
    ...{ secret_enc: encrypt(ctx.keys, 'x'.repeat(32)), is_on: true, per_minute: 1000 },
  });
  const peer = await peerOf(ctx, code);
  if (!peer) throw new Error('The peer is not there.');
  return peer;
}

const ask = (ctx: Context, fields: string[]) => ({
  act: 'ask' as const,
  id: ctx.newId(),
  purpose: '研判非警务警情',
  gives: 'asked' as const,
  fields,
  until: new Date(ctx.now.getTime() + 30 * 86_400_000).toISOString(),
});
const reason = '不再需要这些数据';

test(
  'only what both sides approved passes, with the fields agreed; every batch is kept, the order tells to whom it went',
  inCity(async ({ system, as, ctx, anOrder }) => {
    const peer = await aPeer(ctx);
    const director = as('director');
    const wish = ask(ctx, ['orderNo', 'matterName', 'title', 'status']);
    expect(await system.do((own) => hearPeer(own, peer, wish), null)).toEqual({
      id: wish.id,
      state: 'our-turn',
    });
    const shareId = (await director.do(listShares, {})).rows[0]?.id ?? '';
    const take = (after: string) =>
      system.do((own) => givePage(own, peer, { ref: wish.id, after }), null);
    await expect(take('')).rejects.toMatchObject({ status: 403, code: 'share-ended' });
    await expect(director.do(approveShare, { shareId, named: [] })).rejects.toMatchObject({
      code: 'data-sharing.not-named',
    });
    await director.do(approveShare, { shareId, named: ['title'] });

    const { next } = await take('');
    const open = await anOrder.inProgress();
    const secret = await anOrder.inProgress({ secrecy: 2 });
    await anOrder.inProgress({ type: 'JB' });
    const page = await take(next);
    expect(page.rows).toHaveLength(1);
    expect(Object.keys(page.rows[0] ?? {})).toEqual(['orderNo', 'status', 'matterName', 'title']);
    expect(page.rows[0]).toMatchObject({ orderNo: open.byCode.orderNo, status: 'in-progress' });
    expect((await take(page.next)).rows).toEqual([]);

    const seen = await director.do(readShare, { shareId });
    expect(seen.batches.map(({ orders }) => orders)).toEqual([0, 1, 0]);
    const batch = seen.batches[1];
    const kept = await director.do(readBatch, { batchId: batch?.id ?? '' });
    expect(kept.rows[0]).toMatchObject({ orderNo: open.byCode.orderNo, title: null });
    const halfAYearOn = new Date(ctx.now.getTime() + 184 * 86_400_000);
    const left = await system.do(
      ({ tx, cityId }) => emptyBatches(tx, { cityId, before: halfAYearOn, now: halfAYearOn }),
      null,
    );
    expect(left).toBe(3);
    const emptied = await director.do(readBatch, { batchId: batch?.id ?? '' });
    expect(emptied).toMatchObject({ rows: [], digest: kept.digest });
    expect(emptied.emptiedAt).not.toBeNull();
    const given = await director.do(sharesOfOrder, { orderId: open.orderId });
    expect(given.rows).toMatchObject([{ shareId, batchId: batch?.id, peerName: '示例110' }]);
    expect((await director.do(sharesOfOrder, { orderId: secret.orderId })).rows).toEqual([]);
    const { rows } = await director.do(listShares, { q: '非警务' });
    expect(rows).toMatchObject([{ id: shareId, state: 'active', direction: 'out' }]);

    await director.do(revokeShare, { shareId, reason });
    await expect(take(page.next)).rejects.toMatchObject({ code: 'share-ended' });
    await expect(director.do(revokeShare, { shareId, reason })).rejects.toMatchObject({
      code: 'data-sharing.decided',
    });
  }),
);

test(
  'what is over gives nothing; a strange field, an end too far and another peer are refused',
  inCity(async ({ system, as, ctx, travelTo }) => {
    const peer = await aPeer(ctx);
    const hear = (said: Parameters<typeof hearPeer>[2], who: Peer) =>
      system.do((own) => hearPeer(own, who, said), null);
    const strange = ask(ctx, ['orderNo', 'requesterPhone']);
    await expect(hear(strange, peer)).rejects.toMatchObject({ status: 422, code: 'field' });
    const far = { ...ask(ctx, ['orderNo']), until: '2999-01-01T00:00:00Z' };
    await expect(hear(far, peer)).rejects.toMatchObject({ status: 422 });
    const wish = ask(ctx, ['orderNo']);
    await hear(wish, peer);
    await hear(wish, peer);
    const more = { ...wish, fields: ['orderNo', 'address'] };
    await expect(hear(more, peer)).rejects.toMatchObject({ status: 409, code: 'id-reused' });
    const stranger = { ...peer, code: 'somebody' };
    await expect(hear({ act: 'revoke', id: wish.id }, stranger)).rejects.toMatchObject({
      status: 404,
    });
    const director = as('director');
    const shareId = (await director.do(listShares, {})).rows[0]?.id ?? '';
    await director.do(approveShare, { shareId, named: [] });
    await travelTo(new Date(ctx.now.getTime() + 31 * 86_400_000));
    await expect(
      system.do((own) => givePage(own, peer, { ref: wish.id, after: '' }), null),
    ).rejects.toMatchObject({ code: 'share-ended' });
    await expect(director.do(readShare, { shareId: ctx.newId() })).rejects.toMatchObject({
      code: 'data-sharing.no-such-share',
    });
    await expect(director.do(readBatch, { batchId: ctx.newId() })).rejects.toMatchObject({
      code: 'data-sharing.no-such-batch',
    });
  }),
);

test(
  'whoever asks on our side does not approve; what they refuse does not hold',
  inCity(async ({ system, as, ctx }) => {
    const peer = await aPeer(ctx);
    const analyst = as('analyst');
    const wish = {
      ...{ peer: code, direction: 'in' as const, purpose: '研判重复警情' },
      ...{ fields: ['number', 'state'], days: 90 },
    };
    await expect(analyst.do(askShare, { ...wish, peer: 'nobody' })).rejects.toMatchObject({
      code: 'data-sharing.no-such-peer',
    });
    const files = await peerBy(ctx, { code: 'only-files', adapter: 'files-only' });
    await expect(analyst.do(askShare, { ...wish, peer: files.code })).rejects.toMatchObject({
      code: 'data-sharing.no-such-peer',
    });
    expect((await analyst.do(listShares, {})).peers.map((one) => one.code)).toEqual([code]);
    await expect(
      analyst.do(askShare, { ...wish, direction: 'out', fields: ['phone'] }),
    ).rejects.toMatchObject({ code: 'data-sharing.unknown-field' });
    const { shareId } = await analyst.do(askShare, wish);
    const both = as('analyst', { accountId: analyst.actor.accountId, has: () => true });
    await expect(both.do(approveShare, { shareId, named: [] })).rejects.toMatchObject({
      code: 'data-sharing.own-asking',
    });
    const director = as('director');
    await director.do(approveShare, { shareId, named: [] });
    await expect(analyst.do(fetchShare, { shareId })).rejects.toMatchObject({
      code: 'data-sharing.decided',
    });
    await system.do((own) => hearPeer(own, peer, { act: 'refuse', id: shareId, reason }), null);
    const { share } = await director.do(readShare, { shareId });
    expect(share).toMatchObject({ state: 'refused', endReason: reason });
    const second = await analyst.do(askShare, wish);
    await director.do(refuseShare, { shareId: second.shareId, reason });
    expect((await director.do(readShare, second)).share.state).toBe('refused');
  }),
);

test(
  'what they have more of is fetched page after page, but not from who stands still',
  inCity(async ({ system, as, ctx }) => {
    const peer = await aPeer(ctx);
    const { shareId } = await as('shift-lead').do(askShare, {
      ...{ peer: code, direction: 'in', purpose: '研判重复警情', fields: ['number'], days: 30 },
    });
    await as('director').do(approveShare, { shareId, named: [] });
    await system.do((own) => hearPeer(own, peer, { act: 'approve', id: shareId }), null);
    const fetched = async (after: string, next: string) => {
      const body = { batch: next, rows: [{ number: next }], next, more: true };
      const answer = { kind: 'proved', status: 200, body } as const;
      await system.do(keepPage, { shareId, after, answer, pages: 3 });
      const jobs = ctx.tx.selectFrom('platform.alarm').select('payload');
      return (await jobs.where('job', '=', 'data-sharing:fetch').execute()).length;
    };
    expect(await fetched('', 'n1')).toBe(1);
    expect(await fetched('n1', 'n1')).toBe(1);
  }),
);
