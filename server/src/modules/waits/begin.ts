import { waitKinds } from '@minsheng/contract/words/waits.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { cancelLater, job, later } from '../../platform/jobs.ts';
import * as calendar from '../calendar/index.ts';
import * as matters from '../matters/index.ts';
import type { Wait, WaitKey } from './wait.ts';
import { drop, find, put } from './waits.repo.ts';

export const waitKey = z.object({ kind: z.enum(waitKinds), id: z.uuid(), no: z.int() });
export const ring = job('waits:ring', waitKey);

export function ringAt(ctx: Context, { kind, id, no }: WaitKey, at: Date): void {
  later(ctx, ring, { kind, id, no }, { at, key: keyOf({ kind, id, no }) });
}

const keyOf = ({ kind, id, no }: WaitKey): string => `wait:${kind}:${id}:${no}`;

/** 开始计时 from now, by a limit; answers when it ends. What waited under the same key begins anew. */
export async function waitFor(ctx: Context, key: WaitKey, limit: calendar.Limit): Promise<Date> {
  return waitFrom(ctx, key, { fromAt: ctx.now, limit });
}

async function waitFrom(
  ctx: Context,
  key: WaitKey,
  { fromAt, limit }: { fromAt: Date; limit: calendar.Limit },
): Promise<Date> {
  const working = await calendar.workingCalendar(ctx);
  const { dueAt } = calendar.deadline({ from: fromAt, limit, calendar: working });
  await waitUntil(ctx, { ...key, fromAt, limit, dueAt });
  return dueAt;
}

/** The same by one of the centre's own limits. */
export async function waitForCentre(ctx: Context, key: WaitKey, code: string): Promise<Date> {
  return waitFor(ctx, key, await matters.centreLimit(ctx, code));
}

/** Of what has waited already when somebody comes to watch it: counted from its own beginning. */
export async function waitForCentreSince(
  ctx: Context,
  key: WaitKey,
  { code, fromAt }: { code: string; fromAt: Date },
): Promise<Date> {
  return waitFrom(ctx, key, { fromAt, limit: await matters.centreLimit(ctx, code) });
}

/** Where the owner knows the end already. */
export async function waitUntil(ctx: Context, wait: Omit<Wait, 'told'>): Promise<void> {
  await put(ctx, wait);
  ringAt(ctx, wait, wait.dueAt);
}

/** 已在计时: what happened again need not begin it anew. */
export async function isWaiting(ctx: Context, key: WaitKey): Promise<boolean> {
  return (await find(ctx, key)) !== null;
}

export async function waitNoMore(ctx: Context, key: WaitKey): Promise<void> {
  cancelLater(ctx, keyOf(key));
  await drop(ctx, key);
}
