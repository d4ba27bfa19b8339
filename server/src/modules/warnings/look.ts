import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { firstArrival } from '../orders/index.ts';
import { dayOfHour, hourOf, hourStart } from './city-hours.ts';
import { dayHours } from './count-book.ts';
import { countHours } from './count-hours.ts';
import { lockProgress, saveProgress } from './counts.repo.ts';
import type { Decision } from './decide.ts';
import { forecastDays } from './forecast-days.ts';
import { keepDecision } from './keep-decision.ts';
import { partsOf } from './keys.ts';
import { openReplay, type Replay } from './replay.ts';
import { dayWindows, hourWindows } from './stirrings.ts';

/** After a long silence, or on a city's first look, so many days are looked at as if they ended now. */
const daysMadeUp = 60;

/**
 * 研判: counts the hours that have ended, then looks at the last hour, and at every day that has ended since the last look.
 * Finds nothing to do when it runs twice.
 */
export async function lookAround(ctx: Context): Promise<void> {
  const now = hourOf(ctx.now, ctx.city.zone);
  const first = await firstArrival(ctx);
  if (first === null) return;
  const begins = Math.min(hourOf(first, ctx.city.zone), now);
  const progress = await lockProgress(ctx, { counted_to: begins, days_told_to: dayOfHour(begins) });
  if (now <= progress.counted_to) return;
  await countHours(ctx, progress.counted_to, now);

  const today = dayOfHour(now);
  const firstDay = Math.max(progress.days_told_to, today - daysMadeUp);
  const replay = await openReplay(ctx, { from: Math.min(firstDay * dayHours, now - 1), to: now });
  const decisions: Decision[] = [];
  for (let day = firstDay; day < today; day += 1)
    decisions.push(...(await lookAt(ctx, replay, (day + 1) * dayHours, true)));
  decisions.push(...(await lookAt(ctx, replay, now, false)));
  if (today > progress.days_told_to) await forecastDays(ctx, replay.traits, today);
  await saveProgress(ctx, {
    counted_to: now,
    days_told_to: Math.max(today, progress.days_told_to),
  });
  if (decisions.length > 0 || today > progress.days_told_to) announce(ctx, 'warnings');
}

async function lookAt(
  ctx: Context,
  replay: Replay,
  at: number,
  isDayEnd: boolean,
): Promise<Decision[]> {
  const windows = isDayEnd ? dayWindows : hourWindows;
  const found = await replay.look({ at, windows, isDayEnd });
  for (const { decision, arrivals } of found) {
    const told = await keepDecision(ctx, decision, { at, arrivals, usual: replay.usual });
    if (!told) continue;
    const subject = { kind: 'warning', id: decision.happening.id } as const;
    if (decision.isNew) isNew(ctx, subject);
    tell(ctx, subject, 'warnings.raised', {
      // Not the key: what is complained of is a name.
      about: partsOf(decision.gathered.stirrings[0]?.key ?? '').subject,
      to: hourStart(at, ctx.city.zone).toISOString(),
    });
  }
  return found.map(({ decision }) => decision);
}
