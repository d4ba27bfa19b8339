import type { Door } from './app.ts';
import { Refusal } from './refusal.ts';

/**
 * 有界: two rooms, each for so many who are worked on at once. What somebody saves never waits behind those who look, and
 * those who look are never kept out altogether: whichever comes in masses fills its own room only.
 */
export const roomsFor = { change: 144, read: 112 } as const;
type Room = keyof typeof roomsFor;

/** Whoever looks comes back later than whoever has something to save. */
const secondsUntil: Readonly<Record<Room, number>> = { change: 2, read: 5 };

export function makeDoor(): Door {
  const inside: Record<Room, number> = { change: 0, read: 0 };
  const closed = (method: string | undefined) => {
    const room = roomOf(method);
    if (inside[room] < roomsFor[room]) return null;
    return new Refusal('platform.busy', { seconds: secondsUntil[room] });
  };
  return {
    closed,
    enter: (method) => {
      const no = closed(method);
      if (no) throw no;
      const room = roomOf(method);
      inside[room] += 1;
      return () => {
        inside[room] -= 1;
      };
    },
  };
}

const roomOf = (method: string | undefined): Room =>
  method === 'GET' || method === 'HEAD' ? 'read' : 'change';
