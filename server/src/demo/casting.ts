import type { Chance } from './chance.ts';
import type { Villages } from './demo-places.ts';
import type { Part, Place, Stop } from './lives/scene.ts';
import { dayAt, minutesAfter } from './office-time.ts';
import type { DemoTexts } from './texts.ts';

/** What the cast is made from. */
export interface Casting {
  texts: DemoTexts;
  villages: Villages;
  end: Date;
  /** Type of a matter, as the city's tree says. */
  typeOf(matter: string): Part['type'];
  isUrgent(matter: string): boolean;
  /** Its lead writes stage reports. */
  isLong(matter: string): boolean;
  /** Where the demo's own township and village sit, and which texts fit there. */
  home: readonly Place[];
}

/** What a centre has in hand has just come in: most of it within its limit, some of it late. */
export const waitingMinutes: Partial<Record<Stop & string, readonly [number, number]>> = {
  'to-accept': [8, 150],
  'to-dispatch': [2, 40],
  // Within the window in which a unit may still say that it is another's.
  'in-dispute': [300, 700],
};

/** When the words came in, and by which door. */
export function timing(
  { end }: Casting,
  chance: Chance,
  { stops, days }: { stops: Stop; days: readonly [number, number] },
): Pick<Part, 'at' | 'channel'> {
  // What waits to be accepted came by web; people on the telephone are written down at once.
  const web = stops === 'to-accept' || (stops !== 'to-dispatch' && chance.of(0.25));
  const channel = web ? 'web' : chance.one(['phone', 'phone', 'phone', 'visit'] as const);
  const waiting = stops === null ? undefined : waitingMinutes[stops];
  if (waiting) return { channel, at: minutesAfter(end, -chance.between(...waiting)) };
  const daysAgo = chance.between(days[0], days[1]);
  const minute = chance.between(7 * 60 + 30, 21 * 60);
  const at = dayAt(end, daysAgo, minute);
  const latest = minutesAfter(end, -chance.between(45, 300));
  return { channel, at: at < latest ? at : latest };
}
