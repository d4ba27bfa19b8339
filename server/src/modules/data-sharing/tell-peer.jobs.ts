import { type ShareAct, shareActs } from '@minsheng/contract/words/sharing.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { job, later } from '../../platform/jobs.ts';

export const sayToPeer = job(
  'data-sharing:tell-peer',
  z.object({ shareId: z.uuid(), act: z.enum(shareActs) }),
);

/** 告知对方: leaves once the decision stands; only the last thing said matters. */
export const tellPeer = (ctx: Context, shareId: string, act: ShareAct): void =>
  later(ctx, sayToPeer, { shareId, act }, { at: ctx.now, key: `data-sharing:tell:${shareId}` });

const againMinutes = 1;

export const tellPeerAgain = (ctx: Context, shareId: string, act: ShareAct): void =>
  later(
    ctx,
    sayToPeer,
    { shareId, act },
    {
      at: new Date(ctx.now.getTime() + againMinutes * 60_000),
      key: `data-sharing:tell:${shareId}`,
    },
  );

/** `pages`: so many at most, this one included. */
export const fetchRows = job(
  'data-sharing:fetch',
  z.object({ shareId: z.uuid(), pages: z.int().min(1) }),
);
