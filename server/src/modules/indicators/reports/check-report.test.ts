import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../../test/kit.ts';
import '../index.ts';
import { checkReport } from './check-report.ts';
import { freezeReport } from './freeze-report.ts';
import { readReport } from './read-reports.ts';
import { definitionsOf } from './report-content.ts';
import { findReport } from './reports.repo.ts';

const month = '2026-03';

test(
  'a file that was touched is found, once however often it is asked for meanwhile; asked again it is made again',
  inCity(async ({ as, ctx, drain, travelTo, clock }) => {
    const director = as('director');
    const { id } = await director.do(freezeReport, { month });
    await travelTo(new Date(clock.now().getTime() + 5000));
    await drain();
    const touch = (content: string) =>
      sql`update indicators.report set content = ${content} where id = ${id}::uuid`.execute(ctx.tx);
    const { content } = await findReport(ctx, id);
    await touch(`${content} `);
    await director.do(checkReport, { reportId: id });
    const asked = clock.now().toISOString();
    await travelTo(new Date(clock.now().getTime() + 5000));
    await director.do(checkReport, { reportId: id });
    const { check } = await director.do(readReport, { reportId: id });
    expect(check).toEqual({ askedAt: asked, isSame: null });
    await drain();
    const found = (await director.do(readReport, { reportId: id })).check;
    expect(found).toEqual({ askedAt: asked, isSame: false });
    await touch(content ?? '');
    await director.do(checkReport, { reportId: id });
    await drain();
    expect((await director.do(readReport, { reportId: id })).check?.isSame).toBe(true);
  }),
);

test('facts made otherwise are other definitions: a report of before is not said to have been touched', () => {
  expect(definitionsOf(2)).not.toBe(definitionsOf(3));
});
