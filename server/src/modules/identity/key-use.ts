import { systemClock } from '../../platform/clock.ts';
import type { Runtime } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DayOn, dayEnd, dayOf } from '../../platform/zone.ts';
import type { HeldKey } from './api-keys.repo.ts';
import { addUse } from './api-use.repo.ts';

interface Counted {
  on: DayOn;
  /** Of all processes, when this one last told its own. */
  kept: number;
  calls: number;
  refused: number;
  minute: number;
  /** Of all processes in that minute, when this one last told its own. */
  keptInMinute: number;
  inMinute: number;
}

const foldMilliseconds = 1000;
const byRuntime = new WeakMap<Runtime, Map<string, Counted>>();
const waiting = new WeakMap<Runtime, NodeJS.Timeout>();

/**
 * 计次: of the day and of the minute, over all processes; a second's calls are one write, so that a busy key is no row
 * everybody waits for. Several processes together may pass a limit by what they had in hand that second.
 */
export async function countCall(runtime: Runtime, key: HeldKey): Promise<void> {
  const use = await useOf(runtime, key.id);
  const minute = minuteNow();
  if (use.minute !== minute) Object.assign(use, { minute, keptInMinute: 0, inMinute: 0 });
  use.inMinute += 1;
  use.calls += 1;
  foldSoon(runtime);
  const limit = limitPassed(runtime, key, use);
  if (!limit) return;
  use.refused += 1;
  throw limit;
}

/** By the machine's real clock, which processes share: a rate is about real load. */
const minuteNow = (): number => Math.floor(systemClock.now().getTime() / 60_000);

function limitPassed({ clock, city }: Runtime, key: HeldKey, use: Counted): Refusal | null {
  if (use.keptInMinute + use.inMinute > key.per_minute) {
    const seconds = 60 - (Math.floor(systemClock.now().getTime() / 1000) % 60);
    return new Refusal('identity.key-rate', { limit: key.per_minute, seconds });
  }
  if (use.kept + use.calls <= key.per_day) return null;
  const now = clock.now().getTime();
  const seconds = Math.max(1, Math.ceil((dayEnd(use.on, city.zone).getTime() - now) / 1000));
  return new Refusal('identity.key-quota', { limit: key.per_day, seconds });
}

async function useOf(runtime: Runtime, keyId: string): Promise<Counted> {
  const counted = byRuntime.get(runtime) ?? new Map<string, Counted>();
  byRuntime.set(runtime, counted);
  const on = dayOf(runtime.clock.now().getTime(), runtime.city.zone);
  const known = counted.get(keyId);
  if (known?.on === on) return known;
  if (known) await fold(runtime, keyId, known);
  const none = { key_id: keyId, on, calls: 0, refused: 0, minute: minuteNow(), inMinute: 0 };
  const { calls: kept, minute, inMinute: keptInMinute } = await addUse(runtime, none);
  const begun = { on, kept, calls: 0, refused: 0, minute, keptInMinute, inMinute: 0 };
  const meanwhile = counted.get(keyId);
  if (meanwhile?.on === on) return meanwhile;
  counted.set(keyId, begun);
  return begun;
}

async function fold(runtime: Runtime, keyId: string, use: Counted): Promise<void> {
  const { on, calls, refused, minute, inMinute } = use;
  if (calls === 0) return;
  const keptInMinute = use.keptInMinute + inMinute;
  Object.assign(use, { kept: use.kept + calls, calls: 0, refused: 0, keptInMinute, inMinute: 0 });
  const all = await addUse(runtime, { key_id: keyId, on, calls, refused, minute, inMinute });
  use.kept = all.calls;
  if (use.minute === all.minute) use.keptInMinute = all.inMinute;
}

function foldSoon(runtime: Runtime): void {
  if (waiting.has(runtime)) return;
  const timer = setTimeout(() => {
    foldAll(runtime).catch((error) =>
      runtime.log.error({ err: error }, 'calls of keys could not be counted'),
    );
  }, foldMilliseconds);
  waiting.set(runtime, timer);
}

/** At the end of the program, and each second in which somebody called. */
export async function foldAll(runtime: Runtime): Promise<void> {
  clearTimeout(waiting.get(runtime));
  waiting.delete(runtime);
  for (const [keyId, use] of byRuntime.get(runtime) ?? []) await fold(runtime, keyId, use);
}
