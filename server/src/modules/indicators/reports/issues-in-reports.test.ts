import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import { expect, test } from 'vitest';
import { inCity } from '../../../../test/kit.ts';
import { inventedPhoneOf } from '../../../demo/invented.ts';
import { linkOrder } from '../../issues/index.ts';
import { findVisible } from '../../orders/index.ts';
import '../index.ts';
import { freezeReport, madeAgain } from './freeze-report.ts';
import { readReport } from './read-reports.ts';
import { contentOf, linesOf, type ReportRow } from './report-content.ts';
import { findReport } from './reports.repo.ts';
import { gatheredPeopleOf } from './stored-rules.ts';

const month = '2026-03';
const from = (seed: string) => ({
  requester: { kind: 'person' as const, isSelf: true, tags: [], phone: inventedPhoneOf(seed) },
});
type Read = Awaited<ReturnType<typeof readReport>>;
const figureIn = ({ rows }: Read, key: FigureKey) => rows.find((row) => row.key === key)?.adjusted;

test(
  'what was solved comes back in a report of the same month made later; how many people gather is as it was then',
  inCity(async ({ as, ctx, anOrder, drain, travelTo, clock }) => {
    const director = as('director');
    const frozen = async () => {
      await drain();
      await travelTo(new Date(clock.now().getTime() + 60_000));
      const { id } = await director.do(freezeReport, { month });
      await travelTo(new Date(clock.now().getTime() + 5000));
      await drain();
      return director.do(readReport, { reportId: id });
    };
    const closed = await anOrder.closed(from('solved'));
    const first = await frozen();
    await travelTo(new Date('2026-04-20T02:00:00Z'));
    const again = await anOrder.toDispatch(from('again'));
    const { issue_id: issueId } = await director.do(findVisible, closed);
    const reason = '同一处又坏了';
    await as('dispatcher').do(linkOrder, { orderId: again.id, issueId, reason });
    const second = await frozen();
    expect(figureIn(first, 'K45')).toEqual({ numerator: 0, denominator: 1 });
    expect(figureIn(second, 'K45')).toEqual({ numerator: 1, denominator: 1 });
    // What is moved to another thing afterwards had told of this one when the report was made.
    const other = await anOrder.toDispatch(from('other'));
    const { issue_id: elsewhere } = await director.do(findVisible, other.id);
    const moved = { orderId: again.id, issueId: elsewhere, reason: '是另一处' };
    await as('dispatcher').do(linkOrder, moved);
    const kept = await findReport(ctx, second.id);
    expect((await madeAgain(ctx, kept)).digest).toBe(kept.digest);
    expect(gatheredPeopleOf((await findReport(ctx, second.id)).rules)).toBe(5);
  }),
);

const row = (key: FigureKey, numerator: number, denominator: number): ReportRow => ({
  key,
  adjusted: { numerator, denominator },
  raw: { numerator, denominator: denominator + 30 },
  leftOut: [{ code: 'X3', count: 30 }],
  coverage: { known: denominator, of: denominator },
  amounts: key === 'K36' ? { median: 90, p90: 600 } : null,
});

test('a line says what is counted, makes no rate of fewer than thirty, and none of what is no share', () => {
  const [few, many, minutes, count] = linesOf([
    row('K42-strict', 9, 29),
    row('K42-strict', 27, 30),
    row('K36', 40, 40),
    row('K26', 3, 40),
  ]);
  expect(few?.slice(2, 9)).toEqual(['工单', 9, 29, '样本太少', 9, 59, '15.25%']);
  expect(many?.slice(2, 9)).toEqual(['工单', 27, 30, '90.00%', 27, 60, '45.00%']);
  expect(minutes?.slice(5, 15)).toEqual(['', 40, 70, '', 'X3:30', 40, 40, 90, 600, '分钟']);
  expect(count?.slice(2, 6)).toEqual(['工单', 3, 40, '']);
  expect(many?.slice(-2)).toEqual(['非常满意、满意', '有效评价']);
});

test('the file says by which city clock, what its codes mean and which indicators have no figure', () => {
  const content = contentOf(
    {
      month,
      scope: '全部单位',
      cutoff: { on: '2026-04-01', time: '09:00' },
      cityVersion: 1,
      definitions: 'abc',
      gatheredPeople: 5,
    },
    [],
  );
  for (const said of ['数据截至 2026-04-01 09:00', 'X3 诉求不属实', 'K46 零投诉达成', '5 人'])
    expect(content).toContain(said);
});
