import { systemActor } from '../../platform/actor.ts';
import { isEnding, onEnding } from '../../platform/beside.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { everySecond } from '../../platform/every-second.ts';
import { transact } from '../../platform/transact.ts';
import * as matters from '../matters/index.ts';
import { trainSoon, type Which } from './ask-retraining.ts';
import { fewestToCompare } from './compare.ts';
import { after, firstSince, type Kind, seqAfter, spanAfter } from './decisions.repo.ts';
import { hashOf } from './input-hash.ts';
import { keepVersion } from './keep-version.ts';
import { type TrainingThread, trainingThread } from './train-in-thread.ts';
import type { Progress, TrainingWish } from './training.ts';
import * as trainings from './trainings.repo.ts';
import * as versions from './versions.repo.ts';
import { whatItTaught } from './what-it-taught.ts';

/** A version is trained on no more than the latest so many decisions, so that it fits beside the program; its memory is not measured yet. */
export const mostDecisions = 100_000;
const mostCompared = 10_000;
const comparedMs = 30 * 24 * 3_600_000;
const unreplayed = 1 / 5;
const fewestReplayed = 10;
const readAtOnce = 500;

/**
 * 重训: from all history, in small transactions and a thread of its own. Whatever ends it, the version in use stays and
 * the job begins again.
 */
export async function retrain(runtime: Runtime, which: Which): Promise<void> {
  if (!(await begin(runtime, which))) return;
  const begun = performance.now();
  const thread = trainingThread();
  const letGo = onEnding(runtime, () => void thread.stop());
  const tell: Progress = everySecond((phase, done, total) =>
    inOne(runtime, (ctx) => move(ctx, which, { phase, done, total })),
  );
  try {
    const { from, wish, hashes } = await readHistory(runtime, which.kind, thread, tell);
    const result = await thread.train(wish, tell);
    const seconds = (performance.now() - begun) / 1000;
    await inOne(runtime, (ctx) =>
      keepVersion(ctx, which, result && { ...result, from, upto: wish.upto, seconds, hashes }),
    );
  } catch (error) {
    // Ended together with the program it has not failed: the next one begins it again, and at once, however often it ends.
    if (isEnding(runtime)) return inOne(runtime, async (ctx) => trainSoon(ctx, which));
    await inOne(runtime, (ctx) => move(ctx, which, { state: 'failed' }));
    throw error;
  } finally {
    letGo();
    await thread.stop();
  }
}

const inOne = <T>(runtime: Runtime, use: (ctx: Context) => Promise<T>): Promise<T> =>
  transact(runtime, systemActor, use);

async function move(
  ctx: Context,
  which: Which,
  to: Parameters<typeof trainings.move>[2],
): Promise<void> {
  await trainings.move(ctx, which, to);
  announce(ctx, 'learning');
}

/** A job may come twice, and late: only what was asked for last is trained, and only once. */
function begin(runtime: Runtime, which: Which): Promise<boolean> {
  return inOne(runtime, async (ctx) => {
    const row = await trainings.lock(ctx, which.kind);
    if (row?.id !== which.id || row.state === 'done') return false;
    await move(ctx, which, { state: 'running', phase: 'reading', done: 0, total: 0 });
    return true;
  });
}

interface History {
  readonly from: number;
  readonly wish: TrainingWish;
  readonly hashes: ReadonlyMap<number, Buffer>;
}

/** Batch by batch into the thread; what is decided meanwhile is left to whoever has the version in use. */
async function readHistory(
  runtime: Runtime,
  kind: Kind,
  thread: TrainingThread,
  tell: Progress,
): Promise<History> {
  const { span, judgeFrom, cold, isFirst } = await inOne(runtime, (ctx) => planOf(ctx, kind));
  const hashes = new Map<number, Buffer>();
  let at = span.from - 1;
  for (let done = 0; at < span.upto; ) {
    const { rows, last } = await inOne(runtime, async (ctx) => {
      const read = await after(ctx, { kind, seq: at, most: readAtOnce });
      const known = read.filter(({ seq }) => seq <= span.upto);
      return { rows: await whatItTaught(ctx, kind, known), last: known.at(-1)?.seq ?? span.upto };
    });
    await thread.add(rows);
    for (const { seq, message } of rows)
      if (isFirst && judgeFrom !== null && seq >= judgeFrom)
        hashes.set(seq, hashOf(runtime.keys, message));
    at = last;
    done = Math.min(span.count, done + readAtOnce);
    tell('reading', done, span.count);
  }
  const fewestOnEachSide = isFirst ? fewestReplayed : fewestToCompare;
  return {
    from: span.from,
    wish: { kind, cold, judgeFrom, upto: span.upto, fewestOnEachSide },
    hashes,
  };
}

interface Plan {
  readonly span: Awaited<ReturnType<typeof spanAfter>>;
  readonly judgeFrom: number | null;
  readonly cold: TrainingWish['cold'];
  readonly isFirst: boolean;
}

/** The first version has nothing to be compared with: its trial replays all but the first fifth, of the last month at most. */
async function planOf(ctx: Context, kind: Kind): Promise<Plan> {
  const since = new Date(ctx.now.getTime() - comparedMs);
  const [span, month, latest, before] = await Promise.all([
    spanAfter(ctx, { kind, seq: 0, most: mostDecisions }),
    firstSince(ctx, kind, since),
    spanAfter(ctx, { kind, seq: 0, most: mostCompared }),
    versions.inUse(ctx, kind),
  ]);
  const isFirst = before === null;
  const skip = Math.floor(span.count * unreplayed);
  const begun = isFirst ? await seqAfter(ctx, { kind, from: span.from, skip }) : null;
  const judgeFrom = month === null ? null : Math.max(month, latest.from, begun ?? 0);
  const cold = kind === 'matter' ? await matters.namesOfMatters(ctx) : [];
  return { span, judgeFrom, cold, isFirst };
}
