import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { dayHours } from './count-book.ts';
import { dayNo, dayOn, daysFrom, traitReader } from './day-traits.ts';
import { chanceOf, poisson } from './example-series.ts';
import { upperTail } from './tail.ts';
import { type Told, walkBursts } from './walk-bursts.ts';

// Years are walked.
vi.setConfig({ testTimeout: 60_000 });

const traits = traitReader(daysFrom([]));
const begins = dayNo('2023-01-02');

interface Event {
  readonly day: number;
  readonly days: number;
  readonly aDay: number;
  readonly key: string;
  readonly words: readonly string[];
}

/** 例: two years of forty matters, each drifting, noise at night, heating in winter; and what is planted. */
function year({
  seed,
  events,
  aDay = 50,
  days = 500,
}: {
  seed: number;
  events: readonly Event[];
  aDay?: number;
  days?: number;
}): Told[] {
  const chance = chanceOf(seed);
  const drift = Array.from({ length: 40 }, () => 0);
  const told: Told[] = [];
  const add = (day: number, key: string, words: readonly string[]) => {
    const hour = key === 'matter:7' && chance() < 0.7 ? 22 : 8 + Math.floor(chance() * 14);
    told.push({
      hour: (begins + day) * dayHours + hour,
      ref: `${told.length}`,
      keys: [key],
      words,
    });
  };
  for (let day = 0; day < days; day += 1) {
    const isOff = traits(dayOn(begins + day)).weekday > 5;
    drift.forEach((was, no) => {
      drift[no] = 0.95 * was + 0.08 * (chance() + chance() - 1);
      const season = no === 9 && dayOn(begins + day).slice(5) > '11-01' ? 4 : 1;
      const mean =
        ((aDay * season) / (no + 2) / 3.3) * Math.exp(drift[no] ?? 0) * (isOff ? 0.6 : 1);
      for (let left = poisson(mean, chance); left > 0; left -= 1)
        add(day, `matter:${no}`, [`日常${no % 5}`, `词语${Math.floor(chance() * 30)}`]);
    });
    for (const event of events)
      if (day >= event.day && day < event.day + event.days)
        for (let left = poisson(event.aDay, chance); left > 0; left -= 1)
          add(day, event.key, event.words);
  }
  return told.sort((a, b) => a.hour - b.hour);
}

const walk = (appeals: readonly Told[], hasHours = true) =>
  walkBursts({ appeals, traits, hasHours, watchesWords: true, tellProgress: () => undefined });

const planted: readonly Event[] = [
  { day: 200, days: 3, aDay: 12, key: 'matter:31', words: ['停水', '爆管'] },
  { day: 300, days: 1, aDay: 14, key: 'matter:20', words: ['退票', '景区'] },
  { day: 380, days: 5, aDay: 9, key: 'matter:35', words: ['退费', '培训'] },
];

describe('what is planted', () => {
  test.each([true, false])(
    'is told within two days, once, with its words (by the hour: %s)',
    (hasHours) => {
      const alarms = walk(year({ seed: 5, events: planted }), hasHours);
      for (const { day, days, key, words } of planted) {
        const own = alarms.filter(
          ({ at, words: said }) =>
            at > (begins + day) * dayHours &&
            at <= (begins + day + days + 1) * dayHours &&
            words.some((word) => said.includes(word)),
        );
        expect(own, key).toHaveLength(1);
        expect((own[0]?.at ?? 0) / dayHours - begins - day).toBeLessThanOrEqual(2);
        expect(own[0]?.words, key).toEqual(expect.arrayContaining([...words]));
        expect(own[0]?.stirrings[0]?.seen).toBeGreaterThan(own[0]?.stirrings[0]?.high ?? 0);
      }
      expect(alarms.length - planted.length).toBeLessThanOrEqual(3);
    },
  );

  test('goes on without a second alarm', () => {
    const long = { day: 250, days: 12, aDay: 15, key: 'matter:31', words: ['异味', '化工'] };
    const alarms = walk(year({ seed: 8, events: [long] }), false);
    expect(alarms.filter(({ words }) => words.includes('异味'))).toHaveLength(1);
  });
});

describe('quiet', () => {
  test('an ordinary year raises next to nothing, weekends, nights and a quiet line included', () => {
    const alarms = walk(year({ seed: 1, events: [] }), false);
    // Sixty weeks; the first winter that heats may be told.
    expect(alarms.length).toBeLessThanOrEqual(3);
    const few = walk(year({ seed: 3, events: [], aDay: 4 }), true);
    expect(few.length).toBeLessThanOrEqual(2);
  });

  test('never more than two in any seven days, however much happens', () => {
    const all = Array.from({ length: 14 }, (_, no) => ({
      day: 200 + no,
      days: 2,
      aDay: 15,
      key: `matter:${20 + no}`,
      words: [`事件${no}`, `另有${no}`],
    }));
    const alarms = walk(year({ seed: 4, events: all, days: 260 }), false);
    expect(alarms.length).toBeGreaterThanOrEqual(3);
    for (const { at } of alarms) {
      const week = alarms.filter((other) => other.at > at - 7 * dayHours && other.at <= at);
      expect(week.length).toBeLessThanOrEqual(2);
    }
  });

  test('nothing at all, and one appeal, are calm', () => {
    expect(walk([])).toEqual([]);
    expect(walk(year({ seed: 1, events: [], days: 1 }))).toEqual([]);
  });
});

test('the upper tail falls with what was seen, and wilder counts make it longer', () => {
  expect(upperTail(3, 1, 0)).toBeCloseTo(0.0803, 3);
  expect(upperTail(0, 5, 9)).toBe(1);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.double({ min: 0.01, max: 200, noNaN: true }),
      (seen, mean) => {
        const chance = upperTail(seen, mean, 2 * mean);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(upperTail(seen + 1, mean, 2 * mean)).toBeLessThanOrEqual(chance + 1e-9);
        if (seen > 2 * mean + 3)
          expect(upperTail(seen, mean, 4 * mean)).toBeGreaterThan(upperTail(seen, mean, 0));
      },
    ),
  );
});
