import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { handle, job, later } from '../../platform/jobs.ts';
import { isKnownUntil } from '../indicators/index.ts';
import { type Brief, changeBrief, findBrief, lockBrief } from './briefs.repo.ts';
import { countSections } from './count-sections.ts';
import { beginSignWait } from './sign-wait.ts';

const which = z.object({ briefId: z.uuid() });
const count = job('briefs:count', which);
const check = job('briefs:check', which);

/** A transaction that began before the cutoff may end after it: it has ended by then. */
const settleSeconds = 5;

export function countLater(ctx: Context, briefId: string): void {
  later(ctx, count, { briefId }, { at: soon(ctx), key: `${count.name}:${briefId}` });
}

export function checkLater(ctx: Context, briefId: string, at: Date): void {
  later(ctx, check, { briefId }, { at, key: `${check.name}:${briefId}` });
}

const soon = ({ now }: Context): Date => new Date(now.getTime() + settleSeconds * 1000);

const isKnown = async (ctx: Context, { about, cutoff_at }: Brief): Promise<boolean> =>
  about !== 'days' || (await isKnownUntil(ctx, cutoff_at));

handle(count, async (ctx, { briefId }) => {
  const brief = await findBrief(ctx, briefId);
  if (brief.state !== 'making') return;
  if (!(await isKnown(ctx, brief))) {
    countLater(ctx, briefId);
    return;
  }
  const { lines, names, digest } = await countSections(ctx, brief);
  // Counting takes its time; whoever makes it void meanwhile does not wait for it.
  const { state } = await lockBrief(ctx, briefId);
  if (state !== 'making') return;
  await changeBrief(ctx, briefId, {
    state: 'drafting',
    counted: JSON.stringify(lines),
    names: JSON.stringify(names),
    digest,
  });
  await beginSignWait(ctx, briefId);
  tell(ctx, { kind: 'brief', id: briefId }, 'briefs.counted', { digest });
  announce(ctx, 'briefs');
});

/** 核对: counted again, are they the same bytes? What was counted changes no more, so nobody waits for it. */
handle(check, async (ctx, { briefId }) => {
  const brief = await findBrief(ctx, briefId);
  if (!(await isKnown(ctx, brief))) {
    checkLater(ctx, briefId, soon(ctx));
    return;
  }
  const { lines, digest } = await countSections(ctx, brief);
  const isSame = digest === brief.digest && JSON.stringify(lines) === JSON.stringify(brief.counted);
  await changeBrief(ctx, briefId, { check_is_same: isSame });
  announce(ctx, 'briefs');
});
