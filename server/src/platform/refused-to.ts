import type { Actor } from './actor.ts';
import { Refusal } from './refusal.ts';

const refusedActors = new WeakMap<Refusal, Actor>();

/** Where a request names its sender otherwise than as a session does: a no met them, and the audit line says so. */
export async function refusedTo<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) refusedActors.set(error, actor);
    throw error;
  }
}

export const actorRefused = (refusal: Refusal): Actor | null => refusedActors.get(refusal) ?? null;
