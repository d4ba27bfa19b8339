import pg from 'pg';
import type { Actor } from './actor.ts';
import { type Context, contextIn, type Runtime } from './context.ts';
import { CommitRefused } from './db-driver.ts';
import { prepareFlush } from './flush.ts';
import { isOutdatedPlan } from './prepared.ts';
import { Refusal } from './refusal.ts';

const attempts = 3;
/** Of those who write the next event of one chain together one wins each time: as many tries as there may be writers. */
const chainAttempts = 24;

type ReadAhead = (ctx: Context) => Promise<unknown>;
const readsAhead: ReadAhead[] = [];

/** What nearly every transaction asks anyway: it leaves with its first statement and costs no round trip. */
export function readAhead(read: ReadAhead): void {
  readsAhead.push(read);
}

/**
 * One use case in one transaction at one instant. Two writers of one subject's chain, a deadlock or a
 * serialization failure undo everything, and the whole use case is tried again, a few times.
 * A refusal undoes everything too; its trace is kept afterwards, when the connection is free again.
 */
export async function transact<T>(
  runtime: Runtime,
  actor: Actor,
  useCase: (ctx: Context) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(runtime, actor, useCase);
    } catch (error) {
      if (error instanceof Refusal && error.trace) await transact(runtime, actor, error.trace);
      if (attempt >= attemptsAfter(error)) throw error;
    }
  }
}

async function once<T>(
  runtime: Runtime,
  actor: Actor,
  useCase: (ctx: Context) => Promise<T>,
): Promise<T> {
  const now = runtime.clock.now();
  await runtime.db.ensureMonth(now);
  let written: Promise<unknown> = Promise.resolve();
  let afterwards: readonly (() => void)[] = [];
  try {
    const done = await runtime.db.transaction(async (tx) => {
      const ctx = contextIn(tx, runtime, actor, now);
      afterwards = ctx.unitOfWork.afterwards;
      // Whoever needs the answer waits for it and hears what went wrong.
      for (const read of readsAhead) read(ctx).catch(() => {});
      const result = await useCase(ctx);
      const send = await prepareFlush(ctx);
      // Not awaited: the last statement travels together with `commit`.
      if (send) written = send();
      written.catch(() => {});
      return result;
    });
    for (const remember of afterwards) remember();
    return done;
  } catch (error) {
    // The statement says why, the refused commit only that.
    if (error instanceof CommitRefused) await written;
    throw error;
  }
}

const ownKeys = /^(event|idempotency)(_\d{4}_\d{2})?_pkey$/;

/** How often it may be tried in all; once, where a second try would end alike. */
function attemptsAfter(error: unknown): number {
  if (!(error instanceof pg.DatabaseError)) return 1;
  if (error.code === '40001' || error.code === '40P01' || isOutdatedPlan(error)) return attempts;
  const isOwnKey =
    error.code === '23505' && error.schema === 'platform' && ownKeys.test(error.constraint ?? '');
  return isOwnKey ? chainAttempts : 1;
}
