import type { ReviewStep } from '@minsheng/contract/words/media.ts';
import type { Role } from '@minsheng/contract/words/roles.ts';
import type { Context } from '../../platform/context.ts';
import * as waits from '../waits/index.ts';
import { findPiece, lockPiece, signsOf } from './pieces.repo.ts';
import { nextStep } from './policy.ts';

const keyOf = (id: string) => ({ kind: 'media-sign', id, no: 0 }) as const;

export const beginSignWait = (ctx: Context, pieceId: string): Promise<Date> =>
  waits.waitForCentre(ctx, keyOf(pieceId), 'media-sign');

export const endSignWait = (ctx: Context, pieceId: string): Promise<void> =>
  waits.waitNoMore(ctx, keyOf(pieceId));

const signer: Record<ReviewStep, Role> = {
  edit: 'media-editor',
  vet: 'reviewer',
  release: 'director',
};

/** 稿件无人审签: whoever signs next, then the director. */
waits.waitRules({
  kind: 'media-sign',
  subject: 'media-piece',
  topic: 'media',
  standing: async (ctx, { id }) => ((await lockPiece(ctx, id)).to_sign ? 'waiting' : 'over'),
  pauses: null,
  moved: null,
  atEnd: {
    tells: async (ctx, { id }) => {
      const { words_no: no } = await findPiece(ctx, id);
      const signs = (await signsOf(ctx, [id])).filter(({ words_no }) => words_no === no);
      return [waits.centre(signer[nextStep(signs) ?? 'release']), waits.centre('director')];
    },
  },
});
