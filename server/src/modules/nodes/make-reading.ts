import { setImmediate as breath } from 'node:timers/promises';
import { systemActor } from '../../platform/actor.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { transact } from '../../platform/transact.ts';
import { dayAfter, dayEnd, dayOf, dayStart } from '../../platform/zone.ts';
import { cityGazetteer } from '../mentions/index.ts';
import { readAppeals, type Span } from './appeals.repo.ts';
import { comparedWindows, ordinaryDays } from './compared.ts';
import { eachDay } from './days.ts';
import { findObjects } from './find-objects.ts';
import { keepReading } from './keep-reading.ts';
import { held } from './nodes.repo.ts';
import { type ReadMessage, readMessage } from './read-message.ts';
import type { Plan, ReadWindow } from './reading-plan.ts';
import * as readings from './readings.repo.ts';
import { wholeDays } from './whole-days.ts';

/** What one window, and what the ordinary weeks may bring into memory; more is left out, the oldest first, and said. */
const mostOfWindow = 12_000;
const mostOfOrdinary = 24_000;
const readAtOnce = 200;

/** One small transaction after the other. */
type InOne = <T>(use: (ctx: Context) => Promise<T>) => Promise<T>;

/** 找对象, as a job. */
export const makeReading = (runtime: Runtime, { readingId }: { readingId: string }) =>
  readBy((use) => transact(runtime, systemActor, use), readingId);

/** Reads in small transactions, keeps all at the end; whatever ends it on the way, nothing of it is kept. */
export async function readBy(inOne: InOne, readingId: string): Promise<void> {
  const plan = await inOne((ctx) => begin(ctx, readingId));
  if (plan === null) return;
  try {
    const windows = await readWindows(inOne, plan);
    const { messages: ordinary, days: ordinaryDays } = await readOrdinary(inOne, plan);
    const messages = [...new Map(windows.flatMap(ofWindow)).values()];
    const objects = findObjects({
      windows: messages,
      windowDays: new Set(
        compared(windows).flatMap(({ days, readFrom }) => wholeDays(days, readFrom, plan.zone)),
      ).size,
      ordinary,
      ordinaryDays,
    });
    await inOne((ctx) =>
      keepReading(ctx, { readingId, plan, windows, messages, ordinary, ordinaryDays, objects }),
    );
  } catch (error) {
    await inOne(async (ctx) => {
      await readings.setState(ctx, readingId, 'failed');
      announce(ctx, 'nodes');
    });
    throw error;
  }
}

/** What is on while it lasts is shown beside, and speaks for no object: it is what shall be quiet. */
const compared = (windows: readonly ReadWindow[]): ReadWindow[] => {
  const earlier = windows.filter(({ window }) => window.role !== 'own');
  return earlier.length > 0 ? earlier : [...windows];
};

const ofWindow = (read: ReadWindow, _: number, all: readonly ReadWindow[]) =>
  compared(all).includes(read)
    ? read.messages.map((message) => [message.id, message] as const)
    : [];

async function begin(ctx: Context, readingId: string): Promise<Plan | null> {
  const reading = await readings.find(ctx, readingId);
  if (reading === null || reading.state === 'done' || reading.state === 'failed') return null;
  await readings.setState(ctx, readingId, 'running');
  announce(ctx, 'nodes');
  const node = await held(ctx, reading.node_id);
  const windows = await comparedWindows(ctx, node);
  return {
    nodeId: node.id,
    scope: node,
    windows,
    ordinaryDays: await ordinaryDays(
      ctx,
      windows.filter(({ role }) => role !== 'own'),
    ),
    gazetteer: await cityGazetteer(ctx),
    zone: ctx.city.zone,
  };
}

async function readWindows(inOne: InOne, plan: Plan): Promise<ReadWindow[]> {
  const windows: ReadWindow[] = [];
  for (const window of plan.windows) {
    const span = { from: dayStart(window.from, plan.zone), to: dayEnd(window.to, plan.zone) };
    const { messages, readFrom } = await readSpan(inOne, plan, { span, most: mostOfWindow });
    windows.push({ window, messages, readFrom, days: eachDay(window) });
  }
  return windows;
}

interface Ordinary {
  readonly messages: ReadMessage[];
  /** How many days were read whole; of others nothing is kept. */
  readonly days: number;
}

/** Runs of ordinary days, each read as one span, the newest first. */
async function readOrdinary(inOne: InOne, plan: Plan): Promise<Ordinary> {
  const messages: ReadMessage[] = [];
  let days = 0;
  const runs: { from: string; to: string }[] = [];
  for (const on of plan.ordinaryDays) {
    const last = runs.at(-1);
    if (last && dayAfter(last.to, 1) === on) last.to = on;
    else runs.push({ from: on, to: on });
  }
  for (const { from, to } of runs.toReversed()) {
    const span = { from: dayStart(from, plan.zone), to: dayEnd(to, plan.zone) };
    const most = mostOfOrdinary - messages.length;
    if (most <= 0) break;
    const read = await readSpan(inOne, plan, { span, most });
    const whole = new Set(wholeDays(eachDay({ from, to }), read.readFrom, plan.zone));
    const isWhole = ({ at }: ReadMessage) => whole.has(dayOf(at.getTime(), plan.zone));
    messages.push(...read.messages.filter(isWhole));
    days += whole.size;
    if (read.readFrom !== null) break;
  }
  return { messages, days };
}

async function readSpan(
  inOne: InOne,
  { scope, gazetteer }: Plan,
  { span, most }: { span: Span; most: number },
): Promise<{ messages: ReadMessage[]; readFrom: Date | null }> {
  const messages: ReadMessage[] = [];
  for (let below: string | null = null; messages.length < most; ) {
    const rows = await inOne((ctx) => readAppeals(ctx, { span, scope, below, most: readAtOnce }));
    for (const row of rows) {
      messages.push(readMessage(row, gazetteer));
      // Whoever waits for an answer of this process is not held up by the reading.
      if (messages.length % 20 === 0) await breath();
    }
    if (rows.length < readAtOnce) return { messages, readFrom: null };
    below = rows.at(-1)?.id ?? below;
  }
  return { messages, readFrom: messages.at(-1)?.at ?? null };
}
