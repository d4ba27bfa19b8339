import type { z } from 'zod';
import type { Context, Runtime } from './context.ts';
import type { Json } from './json.ts';
import { refuseWords } from './plain-data.ts';

/** A kind of work: its name `module:verb` and the shape of what it needs. Light, so that callers may import it. */
export interface Job<Payload> {
  readonly name: `${string}:${string}`;
  readonly payload: z.ZodType<Payload>;
}

export type Handler = (ctx: Context, payload: unknown) => Promise<void>;

const jobs = new Map<string, Job<unknown>>();
const handlers = new Map<string, Handler>();

export function job<Payload>(
  name: Job<Payload>['name'],
  payload: z.ZodType<Payload>,
): Job<Payload> {
  if (jobs.has(name)) throw new Error(`Two jobs are named ${name}.`);
  // The job queue reads dots as folders.
  if (name.includes('.')) throw new Error(`The name of job ${name} holds a dot.`);
  const made = { name, payload };
  jobs.set(name, made);
  return made;
}

/** Registered at start-up. Runs in a transaction of its own, at least once: small and idempotent. */
export function handle<Payload>(
  { name, payload }: Job<Payload>,
  handler: (ctx: Context, payload: Payload) => Promise<void>,
): void {
  refuseSecond(name);
  handlers.set(name, async (ctx, received) => handler(ctx, payload.parse(received)));
}

type ApartHandler = (runtime: Runtime, payload: unknown) => Promise<void>;
const apart = new Map<string, ApartHandler>();

/**
 * For work of minutes that no single transaction should hold: it makes small ones of its own. Whatever ends it on the
 * way, it runs again from the beginning.
 */
export function handleApart<Payload>(
  { name, payload }: Job<Payload>,
  handler: (runtime: Runtime, payload: Payload) => Promise<void>,
): void {
  refuseSecond(name);
  apart.set(name, async (runtime, received) => handler(runtime, payload.parse(received)));
}

/** What a job that asks outside does, in three steps; none of them holds a connection while it waits for an answer. */
export interface Outside<Payload, Taken, Answer> {
  /** Writes down what is about to be asked, in a transaction; null: nothing is. */
  take(ctx: Context, payload: Payload): Promise<Taken | null>;
  /** In none: may wait. */
  ask(runtime: Runtime, taken: Taken): Promise<Answer>;
  /** Writes down what came of it, in another. */
  keep(ctx: Context, taken: Taken, answer: Answer): Promise<void>;
}

type InTransaction = <T>(work: (ctx: Context) => Promise<T>) => Promise<T>;
type OutsideHandler = (
  inTransaction: InTransaction,
  runtime: Runtime,
  payload: unknown,
) => Promise<void>;
const outside = new Map<string, OutsideHandler>();

/** 问外部. Whoever dies between asking and keeping finds at the next try what `take` wrote down. */
export function handleOutside<Payload, Taken, Answer>(
  { name, payload }: Job<Payload>,
  { take, ask, keep }: Outside<Payload, Taken, Answer>,
): void {
  refuseSecond(name);
  outside.set(name, async (inTransaction, runtime, received) => {
    const taken = await inTransaction((ctx) => take(ctx, payload.parse(received)));
    if (taken === null) return;
    const answer = await ask(runtime, taken);
    await inTransaction((ctx) => keep(ctx, taken, answer));
  });
}

function refuseSecond(name: string): void {
  if (handlers.has(name) || apart.has(name) || outside.has(name))
    throw new Error(`Job ${name} has two handlers.`);
}

const alone = new Set<string>();

/**
 * 排队: of this kind one runs at a time. For what strangers may make slow or great: the few places where jobs run are
 * everybody's, and the telephone of an emergency rings from there.
 */
export function oneAtATime<Payload>({ name }: Job<Payload>): void {
  alone.add(name);
}

/** The line in which a job of this kind stands; null: in none. */
export const lineOf = (name: string): string | null => (alone.has(name) ? name : null);

const hurried = new Set<string>();

/** 先办: taken before whatever else waits. For what somebody or another system waits for, while models and sums may be late. */
export function aheadOfOthers<Payload>({ name }: Job<Payload>): void {
  hurried.add(name);
}

/** The lower the sooner. */
export const priorityOf = (name: string): number => (hurried.has(name) ? -1 : 0);

export interface When {
  readonly at: Date;
  /** The same key replaces the alarm that is pending. */
  readonly key: string;
}

/** Work that falls due. The handler asks whether it is still wanted: an alarm may already be on its way. */
export function later<Payload extends Json>(
  ctx: Context,
  of: Job<Payload>,
  payload: Payload,
  when: When,
): void {
  refuseWords(of.name, payload);
  ctx.unitOfWork.alarms.set(when.key, { at: when.at, job: of.name, payload });
}

export function cancelLater(ctx: Context, key: string): void {
  ctx.unitOfWork.alarms.set(key, null);
}

const onceMark = 'once:';

/** Nobody sets an alarm of this key again: work enqueued once, which may be done together with other work of its kind. */
export const isOnce = (key: string): boolean => key.startsWith(onceMark);

/** Work to do as soon as this transaction stands. */
export function enqueue<Payload extends Json>(
  ctx: Context,
  of: Job<Payload>,
  payload: Payload,
): void {
  later(ctx, of, payload, { at: ctx.now, key: `${onceMark}${ctx.newId()}` });
}

export const registeredJobs = (): readonly string[] => [...jobs.keys()];
export const handledJobs = (): ReadonlyMap<string, Handler> => handlers;
export const handledApart = (): ReadonlyMap<string, ApartHandler> => apart;
export const handledOutside = (): ReadonlyMap<string, OutsideHandler> => outside;
