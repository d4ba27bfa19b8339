import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { makeFacts } from '../indicators/index.ts';
import { comparedDays, daysOf } from './quarters.ts';
import { rankTopics } from './rank-topics.ts';
import { listSnapshots, readSnapshot } from './read-snapshots.ts';
import { growthFactor, solvableFactor, weightOf } from './topic-rank.ts';

const none = { numerator: 0, denominator: 0 };
const topic = {
  volume: 100,
  volumeBefore: 50,
  repeated: none,
  returned: none,
  dissatisfied: none,
  urgent: none,
  solved: none,
};

test('a topic weighs more by people, growth and harm, and less where nothing can be solved', () => {
  expect(growthFactor(topic)).toBeCloseTo(101 / 51);
  expect(growthFactor({ ...topic, volumeBefore: null })).toBe(1);
  expect(growthFactor({ ...topic, volumeBefore: 1000 })).toBe(0.5);
  expect(solvableFactor(topic)).toBe(1);
  const hopeless = { ...topic, solved: { numerator: 0, denominator: 10 } };
  expect(weightOf(hopeless)).toBe(weightOf(topic) / 2);
  const harmful = { ...topic, repeated: { numerator: 1, denominator: 2 } };
  expect(weightOf(harmful)).toBe(weightOf(topic) * 1.5);
  expect(daysOf({ year: 2025, quarter: 4 })).toEqual({ from: '2025-10-01', to: '2025-12-31' });
});

test('a quarter that runs is held against as many days of the year before', () => {
  const first = { year: 2024, quarter: 1 };
  expect(comparedDays(first, '2024-02-29')).toEqual({
    days: { from: '2024-01-01', to: '2024-02-29' },
    yearAgo: { from: '2023-01-01', to: '2023-03-01' },
  });
  const over = { days: daysOf(first), yearAgo: daysOf({ year: 2023, quarter: 1 }) };
  expect(comparedDays(first, '2024-04-01')).toEqual(over);
});

test(
  'a ranking is made from the facts of the quarter and stays as it was',
  inCity(async ({ as, ctx, anOrder, system }) => {
    const make = async (matterCode: string, many: number) => {
      for (let no = 0; no < many; no += 1) {
        const { id } = await anOrder.toDispatch({ matterCode });
        await system.do((own) => makeFacts(own, id, 999), undefined);
      }
    };
    await make('010105', 3);
    await make('020103', 1);
    const analyst = as('analyst');
    const quarter = { year: 2026, quarter: 1 };
    const { snapshotId } = await analyst.do(rankTopics, quarter);
    const kept = await analyst.do(readSnapshot, { snapshotId });
    expect(kept.rows.map(({ matter, volume }) => [matter, volume])).toEqual([
      ['0101', 3],
      ['0201', 1],
    ]);
    expect(kept.rows[0]).toMatchObject({ no: 1, volumeBefore: null, growthFactor: 1 });
    await make('020103', 5);
    await analyst.do(rankTopics, quarter);
    expect(await analyst.do(readSnapshot, { snapshotId })).toEqual(kept);
    expect((await analyst.do(listSnapshots, undefined)).rows).toHaveLength(2);
    expect(ctx.cityId).toBeGreaterThan(0);
  }),
);
