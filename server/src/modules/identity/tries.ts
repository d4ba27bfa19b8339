import { Refusal } from '../../platform/refusal.ts';

const mostTries = 5;
const windowMinutes = 15;

/** Wrong passwords by login, in this process: a refused request leaves nothing in the database. */
const wrongAt = new Map<string, number[]>();

/** Refuses `identity.too-many-tries` after five wrong passwords in a quarter of an hour. */
export function refuseGuessing(key: string, now: Date): void {
  const recent = recentTries(key, now);
  if (recent.length < mostTries) return;
  const oldest = recent[0] ?? now.getTime();
  const minutes = Math.max(
    1,
    Math.ceil((oldest + windowMinutes * 60_000 - now.getTime()) / 60_000),
  );
  throw new Refusal('identity.too-many-tries', { minutes });
}

export function countWrong(key: string, now: Date): void {
  wrongAt.set(key, [...recentTries(key, now), now.getTime()]);
  if (wrongAt.size > 10_000) wrongAt.clear();
}

export const forgetTries = (key: string): boolean => wrongAt.delete(key);

const recentTries = (key: string, now: Date): number[] =>
  (wrongAt.get(key) ?? []).filter((at) => at > now.getTime() - windowMinutes * 60_000);
