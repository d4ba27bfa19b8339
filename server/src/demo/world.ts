import { sql } from 'kysely';
import { type Actor, systemActor } from '../platform/actor.ts';
import { type VirtualClock, virtualClock } from '../platform/clock.ts';
import type { Context, Runtime } from '../platform/context.ts';
import { handledJobs } from '../platform/jobs.ts';
import { claim } from '../platform/ticker.ts';
import { transact } from '../platform/transact.ts';

type UseCase<Input, Reply> = (ctx: Context, input: Input) => Promise<Reply>;

/** The same database and the same use cases on a clock that runs through weeks in seconds. */
export interface World {
  readonly clock: VirtualClock;
  do<Input, Reply>(actor: Actor, useCase: UseCase<Input, Reply>, input: Input): Promise<Reply>;
  /** What was told is heard, and what falls due until then fires at its own instant, as it would have. */
  liveUntil(at: Date): Promise<void>;
}

export function worldFrom(real: Runtime, start: Date): World {
  const clock = virtualClock(start);
  const runtime: Runtime = { ...real, clock };
  const liveUntil = async (at: Date): Promise<void> => {
    await drain(runtime);
    for (let next = await nextAlarm(runtime, at); next; next = await nextAlarm(runtime, at)) {
      clock.set(next);
      await drain(runtime);
    }
    clock.set(at);
  };
  return {
    clock,
    do: (actor, useCase, input) => transact(runtime, actor, (ctx) => useCase(ctx, input)),
    liveUntil,
  };
}

async function nextAlarm({ db }: Runtime, until: Date): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`
    select min(at) as at from platform.alarm where at <= ${until}`.execute(db.kysely);
  return rows[0]?.at ?? null;
}

/** Past the queue: nobody else works yet, and a job that fails here is a fault of the program, not of the network. */
async function drain(runtime: Runtime): Promise<void> {
  for (;;) {
    const claimed = await runtime.db.kysely
      .transaction()
      .execute((tx) => claim(tx, runtime.clock.now()));
    for (const { identifier, payload } of claimed.jobs) {
      const handler = handledJobs().get(identifier);
      if (!handler) throw new Error(`Job ${identifier} has no handler.`);
      await transact(runtime, systemActor, (ctx) => handler(ctx, payload.input));
    }
    if (claimed.news + claimed.alarms === 0) return;
  }
}
