import { expect, test } from 'vitest';
import { standingAt, weeksSince } from './progress.ts';

const day = (of: string) => new Date(`2026-03-${of}T04:00:00Z`);
const site = (id: string, added: string, ended?: string, why?: string) => ({
  id,
  added_at: day(added),
  ended_at: ended === undefined ? null : day(ended),
  written_off_reason: why ?? null,
});
const move = (site_id: string, to_state: string, at: string) => ({
  site_id,
  to_state,
  moved_at: day(at),
});

const life = {
  sites: [site('a', '02', '12'), site('b', '02'), site('c', '10'), site('d', '03', '11', '查无')],
  moves: [
    move('a', 'told', '04'),
    move('b', 'told', '05'),
    move('b', 'surveyed', '09'),
    move('a', 'closed', '12'),
  ],
};

test('a past week says what it said then, whatever happened afterwards', () => {
  expect(standingAt(life, 'surveyed', day('08'))).toEqual({
    sites: 3,
    advanced: 2,
    closed: 0,
    writtenOff: 0,
  });
  const later = { sites: 3, advanced: 1, closed: 1, writtenOff: 1 };
  expect(standingAt(life, 'surveyed', day('15'))).toEqual(later);
  const more = { sites: [...life.sites, site('e', '20')], moves: [...life.moves] };
  more.moves.push(move('c', 'told', '21'));
  expect(standingAt(more, 'surveyed', day('15'))).toEqual(later);
});

test('weeks begin on Mondays of the city, and the running one ends with what has happened', () => {
  const zone = 'Asia/Shanghai';
  // In Shanghai it is Monday already.
  const from = new Date('2026-03-01T17:00:00Z');
  const weeks = weeksSince(from, day('12'), zone);
  expect(weeks.map(({ on }) => on)).toEqual(['2026-03-02', '2026-03-09']);
  expect(weeks[0]?.to).toEqual(new Date('2026-03-08T16:00:00Z'));
  expect(weeks[1]?.to.getTime()).toBe(day('12').getTime() + 1);
  expect(weeksSince(new Date('2020-01-01T00:00:00Z'), day('12'), zone)).toHaveLength(53);
});
