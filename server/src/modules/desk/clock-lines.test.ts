import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClockLine } from '../calendar/index.ts';
import { foldedLines, isCounting } from './clock-lines.ts';

const zone = 'Asia/Shanghai';
const at = (day: number, time: string) => new Date(`2026-03-0${day}T${time}:00+08:00`);
const line = (kind: ClockLine['kind'], from: Date, to: Date, label: string | null = null) => ({
  from,
  to,
  kind,
  minutes: (to.getTime() - from.getTime()) / 60_000,
  label,
});

const kinds = ['counted', 'make-up', 'off-hours', 'weekend', 'holiday', 'paused'] as const;

test('three days of work are one line, the weekend takes the hours around it', () => {
  const night = (no: number, until: Date) => line('off-hours', at(no, '17:00'), until);
  const day = (no: number) => [
    line('counted', at(no, '08:00'), at(no, '12:00')),
    line('off-hours', at(no, '12:00'), at(no, '14:00')),
    line('counted', at(no, '14:00'), at(no, '17:00')),
  ];
  const lines = [
    ...[...day(3), night(3, at(4, '08:00'))],
    ...[...day(4), night(4, at(5, '08:00'))],
    ...[...day(5), night(5, at(6, '00:00'))],
    line('weekend', at(6, '00:00'), at(8, '00:00')),
    line('off-hours', at(8, '00:00'), at(8, '08:00')),
    line('counted', at(8, '08:00'), at(8, '12:00')),
  ];
  expect(foldedLines(lines, zone)).toEqual([
    { ...line('counted', at(3, '08:00'), at(5, '17:00')), minutes: 21 * 60, days: 3 },
    { ...line('weekend', at(5, '17:00'), at(8, '08:00')), minutes: 48 * 60, days: 0 },
    { ...line('counted', at(8, '08:00'), at(8, '12:00')), days: 1 },
  ]);
});

test('whatever is folded, what counted still sums and nothing begins before its end', () => {
  const spans = fc.array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      minutes: fc.integer({ min: 1, max: 900 }),
      label: fc.constantFrom(null, '中秋', 'need-info'),
    }),
    { maxLength: 30 },
  );
  const sum = (of: readonly ClockLine[]) =>
    of.filter(isCounting).reduce((all, { minutes }) => all + minutes, 0);
  fc.assert(
    fc.property(spans, (given) => {
      let from = at(1, '00:00');
      const lines = given.map(({ kind, minutes, label }) => {
        const to = new Date(from.getTime() + minutes * 60_000);
        const one = line(kind, from, to, label);
        from = to;
        return one;
      });
      const folded = foldedLines(lines, zone);
      expect(sum(folded)).toBe(sum(lines));
      for (const [no, one] of folded.entries()) {
        expect(one.from < one.to).toBe(true);
        const before = folded[no - 1];
        if (before) expect(before.to <= one.from).toBe(true);
      }
    }),
  );
});
