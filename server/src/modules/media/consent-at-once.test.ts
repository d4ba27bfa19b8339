import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer } from '../../../test/kit.ts';
import { acceptWaiting } from '../../../test/use-cases.ts';
import type { Context } from '../../platform/context.ts';
import { actorAs } from '../../platform/testing/actors.ts';
import { transact } from '../../platform/transact.ts';
import { makeOrderOfTip } from './end-tip.ts';
import { enterTip } from './enter-tip.ts';
import { accepted, lamp, story } from './example-media.ts';
import { publicPieces } from './public-pieces.ts';
import { signPiece } from './sign-piece.ts';
import { changeConsent } from './tip-contact.ts';
import { writePiece } from './write-piece.ts';

let server: Awaited<ReturnType<typeof testServer>>;
beforeAll(async () => {
  server = await testServer();
}, 180_000);
afterAll(() => server?.stop());

type Role = 'agent' | 'media-editor' | 'reviewer' | 'director';
const inTransaction = <Reply>(role: Role, work: (ctx: Context) => Promise<Reply>, no = 1) =>
  transact(
    server.runtime,
    actorAs(role, server.clock.now(), { accountId: `00000000-0000-7000-8000-00000000000${no}` }),
    work,
  );

const agreed = { mayContact: true, mayAppear: true, consentHow: '签了同意书' };

async function signedTwice(): Promise<{ tipId: string; pieceId: string }> {
  const { tipId } = await inTransaction('media-editor', (ctx) =>
    enterTip(ctx, { ...lamp, ...agreed }),
  );
  const { orderId } = await inTransaction('media-editor', (ctx) =>
    makeOrderOfTip(ctx, { tipId, words: '' }),
  );
  await inTransaction('agent', (ctx) => acceptWaiting(ctx, { orderId, ...accepted }));
  const shows = { ...story, clipUrl: 'https://media.example/clip/1', showsPerson: true };
  const restsOn = [{ kind: 'order' as const, ref: orderId }];
  const { pieceId } = await inTransaction('media-editor', (ctx) =>
    writePiece(ctx, { ...shows, restsOn }),
  );
  await inTransaction('media-editor', (ctx) => sign(ctx, pieceId, 'edit'), 2);
  await inTransaction('reviewer', (ctx) => sign(ctx, pieceId, 'vet'), 3);
  return { tipId, pieceId };
}

const sign = (ctx: Context, pieceId: string, step: 'edit' | 'vet' | 'release') =>
  signPiece(ctx, { pieceId, step, wordsNo: 1, agreed: true, words: '同意。', nobody: [] });

test('an agreement taken back while the last signature is given takes the piece off all the same', async () => {
  const { tipId, pieceId } = await signedTwice();
  const isSigned = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const last = inTransaction(
    'director',
    async (ctx) => {
      await sign(ctx, pieceId, 'release');
      isSigned.resolve();
      await mayEnd.promise;
    },
    4,
  );
  await isSigned.promise;
  const back = inTransaction('media-editor', (ctx) =>
    changeConsent(ctx, { ...agreed, tipId, mayAppear: false, consentHow: '来电收回' }),
  );
  // Long enough for it to be over, if it did not wait for the signature.
  await pause(500);
  mayEnd.resolve();
  await Promise.all([last, back]);
  const { rows } = await inTransaction('agent', (ctx) => publicPieces(ctx, {}));
  expect(rows).toMatchObject([{ no: 1, withdrawn: { reason: '当事人收回出镜或具名的同意' } }]);
});
