import type { upkeep as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as identity from '../identity/index.ts';
import { lastVerification, latestOver, openOnes, type Trouble } from './troubles.repo.ts';

const shownCap = 100;

type Troubles = Omit<ReplyOf<typeof contract.listTroubles>, 'workers'>;

/** 系统运行. */
export async function listTroubles(ctx: Context): Promise<Troubles> {
  const [open, over] = [await openOnes(ctx, shownCap), await latestOver(ctx, shownCap)];
  const endedBy = over.map((trouble) => trouble.endedBy);
  const names = await identity.accountNames(ctx, endedBy);
  const verification = await lastVerification(ctx);
  const viewOf = ({ sinceAt, seenAt, overAt, ...trouble }: Trouble) => ({
    ...trouble,
    sinceAt: sinceAt.toISOString(),
    seenAt: seenAt.toISOString(),
    overAt: overAt?.toISOString() ?? null,
    endedBy: names.get(trouble.endedBy ?? '') ?? null,
  });
  return {
    open: open.map(viewOf),
    over: over.map(viewOf),
    shownCap,
    verification: verification && { ...verification, at: verification.at.toISOString() },
    can: { settle: ctx.actor.has('upkeep.settle') },
  };
}
