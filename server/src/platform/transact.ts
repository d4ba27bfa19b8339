import { sql } from 'kysely';
import pg from 'pg';
import type { Actor } from './actor.ts';
import { type Context, contextIn, type Runtime } from './context.ts';
import type { Tx } from './db.ts';
import { type Commit, CommitRefused } from './db-driver.ts';
import { prepareFlush } from './flush.ts';
import { isOutdatedPlan } from './prepared.ts';
import { Refusal } from './refusal.ts';

const attempts = 3;
/** Of those who write the next event of one chain together one wins each time: as many tries as there may be writers. */
const chainAttempts = 24;

/** `before`: the use case of the same transaction that came just before. */
type ReadAhead = (ctx: Context, before: Context | null) => Promise<unknown>;
const readsAhead: ReadAhead[] = [];

/** What nearly every transaction asks anyway: it leaves with its first statement and costs no round trip. */
export function readAhead(read: ReadAhead): void {
  readsAhead.push(read);
}

type UseCase<T> = (ctx: Context) => Promise<T>;

/**
 * One use case in one transaction at one instant. Two writers of one subject's chain, a deadlock or a
 * serialization failure undo everything, and the whole use case is tried again, a few times.
 * A refusal undoes everything too; its trace is kept afterwards, when the connection is free again.
 */
export async function transact<T>(runtime: Runtime, actor: Actor, useCase: UseCase<T>): Promise<T> {
  return tried(runtime, actor, 'sure', async (tx, now) =>
    once(contextIn(tx, runtime, actor, now), useCase, { before: null, isLast: true }),
  );
}

/**
 * 同批: use cases one after the other in one transaction, each with a context of its own and after everything the one
 * before it wrote and told. All stand or none does. For jobs: committed `soon`.
 */
export async function transactTogether(
  runtime: Runtime,
  actor: Actor,
  useCases: readonly UseCase<void>[],
): Promise<void> {
  await tried(runtime, actor, 'soon', async (tx, now) => {
    const afterwards: (() => void)[] = [];
    let write: Written['write'] = async () => {};
    let before: Context | null = null;
    for (const [at, useCase] of useCases.entries()) {
      await write();
      const ctx = contextIn(tx, runtime, actor, now, before);
      const isLast = at === useCases.length - 1;
      const written = await once(ctx, useCase, { before, isLast });
      before = ctx;
      afterwards.push(...written.afterwards);
      write = written.write;
    }
    // What the process is to remember must not be lost by the database alone.
    if (afterwards.length > 0) await sql`set local synchronous_commit to default`.execute(tx);
    return { result: undefined, write, afterwards };
  });
}

interface Written<T = void> {
  readonly result: T;
  /** The statement that keeps what was told; not sent yet. */
  readonly write: () => Promise<unknown>;
  readonly afterwards: readonly (() => void)[];
}

async function once<T>(
  ctx: Context,
  useCase: UseCase<T>,
  { before, isLast }: { before: Context | null; isLast: boolean },
): Promise<Written<T>> {
  // Whoever needs the answer waits for it and hears what went wrong.
  for (const read of readsAhead) read(ctx, before).catch(() => {});
  const result = await useCase(ctx);
  const write = (await prepareFlush(ctx, isLast)) ?? (async () => {});
  return { result, write, afterwards: ctx.unitOfWork.afterwards };
}

async function tried<T>(
  runtime: Runtime,
  actor: Actor,
  commit: Commit,
  work: (tx: Tx, now: Date) => Promise<Written<T>>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inOneTransaction(runtime, commit, work);
    } catch (error) {
      if (error instanceof Refusal && error.trace) await transact(runtime, actor, error.trace);
      if (attempt >= attemptsAfter(error)) throw error;
    }
  }
}

async function inOneTransaction<T>(
  { clock, db }: Runtime,
  commit: Commit,
  work: (tx: Tx, now: Date) => Promise<Written<T>>,
): Promise<T> {
  const now = clock.now();
  await db.ensureMonth(now);
  let written: Promise<unknown> = Promise.resolve();
  try {
    const { result, afterwards } = await db.transaction(async (tx) => {
      const done = await work(tx, now);
      // Not awaited: the last statement travels together with `commit`.
      written = done.write();
      written.catch(() => {});
      return done;
    }, commit);
    for (const remember of afterwards) remember();
    return result;
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
