import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { dayOf } from '../../platform/zone.ts';
import { peopleOfOrder, redact } from '../redaction/index.ts';
import { type Behind, type CandidateRow, insertAll, insertBehind } from './candidates.repo.ts';
import { dayLabels, daysBetween } from './days.ts';
import { type FoundObject, peopleIn } from './find-objects.ts';
import type { ReadMessage } from './read-message.ts';
import type { Plan, ReadWindow } from './reading-plan.ts';
import * as readings from './readings.repo.ts';

interface Made {
  readonly readingId: string;
  readonly plan: Plan;
  readonly windows: readonly ReadWindow[];
  /** Of the compared windows together, each once. */
  readonly messages: readonly ReadMessage[];
  readonly ordinary: readonly ReadMessage[];
  /** Of the days before, those that were read whole. */
  readonly ordinaryDays: number;
  readonly objects: readonly FoundObject[];
}

/** 保存: numbers by holiday day, objects with reasons, and which orders stand behind. */
export async function keepReading(ctx: Context, made: Made): Promise<void> {
  const { readingId, plan, windows, messages, ordinary, ordinaryDays, objects } = made;
  // A job may come twice: what the first kept stands.
  const reading = await readings.find(ctx, readingId);
  if (reading?.state !== 'running') return;
  const rows: CandidateRow[] = [];
  for (const [at, object] of objects.entries())
    rows.push(await candidateOf(ctx, object, { rank: at + 1, readingId, plan }));
  await insertAll(ctx, rows);
  await insertBehind(ctx, behindOf(objects, rows, windows));
  await readings.end(ctx, readingId, {
    state: 'done',
    windows: await Promise.all(windows.map((read) => windowView(ctx, read))),
    orders: messages.length,
    people: peopleIn(messages),
    ordinary: ordinary.length,
    ordinary_days: ordinaryDays,
  });
  await readings.forgetOlder(ctx, plan.nodeId, readingId);
  announce(ctx, 'nodes');
}

async function candidateOf(
  ctx: Context,
  object: FoundObject,
  { rank, readingId, plan }: { rank: number; readingId: string; plan: Plan },
): Promise<CandidateRow> {
  const reasons = await Promise.all(
    object.reasons.map(async ({ quotedFrom, quote, ...reason }) => {
      const known = await peopleOfOrder(ctx, quotedFrom);
      return { ...reason, quote: redact(quote, { known, places: plan.gazetteer }).text };
    }),
  );
  const { county, name, names, things, aliases, people, expected, inWindows } = object;
  return {
    ...{ id: ctx.newId(), reading_id: readingId, rank, name, county },
    ...{ names: [...names], things: [...things], aliases: [...aliases] },
    ...{ people, orders: inWindows.length, expected, reasons },
  };
}

function behindOf(
  objects: readonly FoundObject[],
  rows: readonly CandidateRow[],
  windows: readonly ReadWindow[],
): Behind[] {
  return objects.flatMap(({ inWindows, inOrdinary }, at) => {
    const candidateId = rows[at]?.id ?? '';
    const own = new Set(inWindows);
    const ofWindows = windows.flatMap(({ window, messages }) =>
      messages
        .filter(({ id }) => own.has(id))
        .map(({ id }) => ({ candidateId, orderId: id, role: window.role })),
    );
    const others = inOrdinary.map((orderId) => ({
      candidateId,
      orderId,
      role: 'ordinary' as const,
    }));
    return [...ofWindows, ...others];
  });
}

async function windowView(
  ctx: Context,
  { window, days, messages, readFrom }: ReadWindow,
): Promise<readings.KeptWindow> {
  const label = await dayLabels(ctx, window);
  const byDay = Map.groupBy(messages, ({ at }) => dayOf(at.getTime(), ctx.city.zone));
  return {
    ...window,
    orders: messages.length,
    people: peopleIn(messages),
    readFrom: readFrom?.toISOString() ?? null,
    days: days.map((on) => {
      const own = byDay.get(on) ?? [];
      const no = daysBetween(window.first, on);
      return { on, no, label: label(on), orders: own.length, people: peopleIn(own) };
    }),
  };
}
