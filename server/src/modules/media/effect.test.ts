import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  acceptWaiting,
  approveReply,
  attempt,
  close,
  contact,
  send,
  sign,
  submit,
} from '../../../test/use-cases.ts';
import { ofOrder } from '../dispatch/index.ts';
import { listEffectOrders, readEffect } from './effect.ts';
import { makeOrderOfTip } from './end-tip.ts';
import { enterTip } from './enter-tip.ts';
import { accepted, lamp, story } from './example-media.ts';
import { publicPiece } from './public-pieces.ts';
import { signPiece } from './sign-piece.ts';
import { writePiece } from './write-piece.ts';

const period = { from: '2026-03-01', until: '2026-03-31' };
const account = (no: number) => ({ accountId: `00000000-0000-7000-8000-00000000000${no}` });

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };

/** Sent, handled, asked about and closed. */
async function solved(
  { as, ctx }: Pick<Parameters<Parameters<typeof inCity>[0]>[0], 'as' | 'ctx'>,
  orderId: string,
) {
  const to = { lead: bureau.unitCode, assists: [], linkage: [], copies: [], note: '' };
  await as('dispatcher').do(send, { orderId, ...to });
  const [duty] = await ofOrder(ctx, orderId);
  const key = { orderId, assignmentId: duty?.id ?? '' };
  const unit = as('handler', bureau);
  await unit.do(sign, key);
  await unit.do(contact, { ...key, reached: true, note: '' });
  await unit.do(submit, {
    ...key,
    ...{ isTrue: 'not-true', isSolved: 'solved', unsolvedReason: '', basis: '' },
    ...{ process: '到现场查看,路灯已亮。', publicAnswer: '您好,路灯已恢复照明。' },
    ...{ measures: [], assetChanges: [], evidence: [] },
  });
  await as('reviewer').do(approveReply, { orderId });
  const answers = {
    ...{ contacted: true, solved: 'solved' as const, reason: '', reasonClass: null },
    ...{ processRating: 'satisfied' as const, resultRating: 'satisfied' as const },
  };
  await as('call-back-agent').do(attempt, { orderId, reached: true, answers });
  await as('call-back-agent').do(close, { orderId, as: 'solved', note: '' });
}

test(
  'from the story to orders and results; every number is counted again from the log, and opens',
  inCity(async ({ as, ctx, travelTo }) => {
    const editor = as('media-editor', account(1));
    const made: string[] = [];
    for (const no of [1, 2, 3]) {
      const { tipId } = await editor.do(enterTip, { ...lamp, sourceRef: `评论-${no}` });
      const { orderId } = await editor.do(makeOrderOfTip, { tipId, words: '' });
      await as('agent').do(acceptWaiting, { orderId, ...accepted });
      made.push(orderId);
    }
    await editor.do(enterTip, { ...lamp, sourceRef: '评论-4' });
    const [before = '', after = ''] = made;
    const solve = (orderId: string) => solved({ as, ctx }, orderId);
    await solve(before);
    await travelTo(new Date('2026-03-03T02:00:00Z'));
    const basis = [before, after].map((ref) => ({ kind: 'order' as const, ref }));
    const { pieceId } = await editor.do(writePiece, { ...story, restsOn: basis });
    const signers = [
      ['edit', as('media-editor', account(2))],
      ['vet', as('reviewer', account(3))],
      ['release', as('director', account(4))],
    ] as const;
    for (const [step, who] of signers) {
      const asked = { pieceId, wordsNo: 1, step, agreed: true, words: '同意。', nobody: [] };
      await who.do(signPiece, asked);
    }
    for (let reads = 0; reads < 3; reads += 1) await as('agent').do(publicPiece, { no: 1 });
    await travelTo(new Date('2026-03-04T02:00:00Z'));
    await solve(after);

    const effect = await editor.do(readEffect, period);
    expect(effect.orders).toEqual({ all: 3, open: 1, solved: 2, 'solved-after': 1 });
    expect(effect).toMatchObject({ agrees: true, isCut: false, reads: 3 });
    expect(effect.pieces).toMatchObject([
      { no: 1, orders: 2, solved: 2, solvedAfter: 1, reads: 3 },
    ]);
    const counted = new Map(effect.counts.map(({ what, count }) => [what, count]));
    expect(counted.get('tips')).toBe(4);
    expect(counted.get('tips-open')).toBe(1);
    expect(counted.get('tips-order')).toBe(3);
    expect(counted.get('published')).toBe(1);
    expect(counted.get('orders-solved')).toBe(2);
    expect(counted.get('orders-solved-after')).toBe(1);
    for (const box of ['all', 'open', 'solved', 'solved-after'] as const)
      expect((await editor.do(listEffectOrders, { ...period, box })).rows).toHaveLength(
        effect.orders[box],
      );
    await expect(
      editor.do(readEffect, { from: '2026-03-02', until: '2026-03-01' }),
    ).rejects.toMatchObject({ code: 'media.bad-period' });

    // A row somebody changed behind the log's back no longer agrees with it.
    await sql`
      update media.tip set state = 'open', ended_at = null, order_id = null
      where city_id = ${ctx.cityId} and order_id = ${after}`.execute(ctx.tx);
    expect((await editor.do(readEffect, period)).agrees).toBe(false);
  }),
);
