import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { cancelLater, handle, job, later } from '../../platform/jobs.ts';
import { change, lock } from './marks.repo.ts';

const expire = job('conduct:expire', z.object({ markId: z.uuid() }));

const keyOf = (markId: string) => `conduct:${markId}`;

/** 到期自动解除: the routing ends at that instant by itself; this says so. */
export function expireLater(ctx: Context, markId: string, at: Date): void {
  later(ctx, expire, { markId }, { at, key: keyOf(markId) });
}

export const expireNoMore = (ctx: Context, markId: string): void => cancelLater(ctx, keyOf(markId));

handle(expire, async (ctx, { markId }) => {
  const mark = await lock(ctx, markId);
  if (mark.state !== 'in-force' || (mark.until_at !== null && mark.until_at > ctx.now)) return;
  await change(ctx, mark, { state: 'over' });
  tell(ctx, { kind: 'conduct', id: markId }, 'conduct.over', { measure: mark.measure });
  announce(ctx, 'conduct');
});
