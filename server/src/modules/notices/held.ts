import type { Context } from '../../platform/context.ts';
import { afterQuietHours } from './quiet-hours.ts';
import { hoursFor } from './rules.repo.ts';
import { type HeldMessage, nthLatest } from './sending.repo.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface Hold {
  readonly until: Date;
  readonly why: 'quiet' | 'limit';
}

/** 推迟: quiet hours, also for a second try, and so many to one number in an hour and in a day. Null: it may leave. */
export async function holdOn(ctx: Context, message: HeldMessage): Promise<Hold | null> {
  const { channel, urgency, unit_code, to_index } = message;
  const audience = unit_code === null ? 'requester' : 'unit';
  const hours = await hoursFor(ctx, { channel, audience, urgency });
  if (!hours) return null;
  const { zone } = ctx.city;
  const quiet = afterQuietHours(ctx.now, zone, hours);
  if (quiet > ctx.now) return { until: quiet, why: 'quiet' };
  if (to_index === null) return null;
  const full = [
    await fullUntil(ctx, to_index, { most: hours.perHour, spanMs: hourMs }),
    await fullUntil(ctx, to_index, { most: hours.perDay, spanMs: dayMs }),
  ].filter((until) => until !== null);
  const latest = Math.max(...full.map((until) => until.getTime()));
  if (full.length === 0 || latest <= ctx.now.getTime()) return null;
  return { until: afterQuietHours(new Date(latest), zone, hours), why: 'limit' };
}

async function fullUntil(
  ctx: Context,
  toIndex: Buffer,
  { most, spanMs }: { most: number | null; spanMs: number },
): Promise<Date | null> {
  if (most === null) return null;
  const at = await nthLatest(ctx, toIndex, {
    nth: most,
    since: new Date(ctx.now.getTime() - spanMs),
  });
  return at && new Date(at.getTime() + spanMs);
}
