import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { askRun, askWhereDue } from './ask-run.ts';
import { keep, month, well } from './example-run.ts';
import { plainTable, problemSheet } from './export-problems.ts';
import { listRuns, readRun } from './read-runs.ts';
import * as runs from './runs.repo.ts';

test(
  'a run reads what was asked for: place, matter, and not what is left out; one at a time, of a sensible period',
  inCity(async ({ as, system, anOrder }) => {
    for (let no = 1; no <= 3; no += 1) await anOrder.toDispatch(well(no));
    const analyst = as('analyst');
    const read = async (differences: object) => {
      const { id: runId } = await analyst.do(askRun, { ...month, ...differences });
      await system.do(keep, { runId, ids: [] });
      return (await analyst.do(readRun, { runId })).run.messages;
    };
    expect(await read({})).toBe(3);
    expect(await read({ area: '350600', matter: '01' })).toBe(3);
    expect(await read({ area: '350603' })).toBe(0);
    expect(await read({ matter: '02' })).toBe(0);
    expect(await read({ without: ['0101'] })).toBe(0);
    expect(await read({ without: ['0201'] })).toBe(3);

    for (const wrong of [
      { from: '2026-03-02', to: '2026-03-01' },
      { from: '2026-03-01', to: '2026-03-03' },
      { from: '2025-11-30', to: '2026-03-02' },
    ])
      await expect(analyst.do(askRun, { ...month, ...wrong })).rejects.toMatchObject({
        code: 'problems.bad-period',
      });
    await analyst.do(askRun, month);
    await expect(analyst.do(askRun, month)).rejects.toMatchObject({ code: 'problems.at-work' });
    expect((await analyst.do(listRuns, undefined)).can.ask).toBe(false);
  }),
);

test(
  'by night a run of the month begins by itself once there is enough, and the file says whose it is and what for',
  inCity(async ({ as, ctx, system, anOrder, travelTo }) => {
    await travelTo(new Date('2026-03-02T18:00:00Z'));
    await anOrder.toDispatch(well(1));
    await system.do(askWhereDue, undefined);
    expect(await runs.latest(ctx, 9)).toEqual([]);
    for (let no = 2; no <= 100; no += 1) await anOrder.toDispatch(well(no));
    await travelTo(new Date('2026-03-03T04:00:00Z'));
    await system.do(askWhereDue, undefined);
    expect(await runs.latest(ctx, 9)).toEqual([]);
    await travelTo(new Date('2026-03-03T18:00:00Z'));
    await system.do(askWhereDue, undefined);
    await system.do(askWhereDue, undefined);
    const [run, ...others] = await runs.latest(ctx, 9);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ asked_by: null, from_on: '2026-02-02', to_on: '2026-03-03' });

    const runId = run?.id ?? '';
    await system.do(keep, { runId, ids: [] });
    await system.do(askWhereDue, undefined);
    expect((await runs.latest(ctx, 1))[0]).toMatchObject({ from_on: '2025-12-04' });
    const sheet = await as('analyst').do(problemSheet, { runId, purpose: '每周研判' });
    expect(sheet.about.lines.join()).toContain('每周研判');
    expect(plainTable(sheet).toString()).toContain('每周研判');
    await expect(
      as('shift-lead').do(problemSheet, { runId, purpose: '每周研判' }),
    ).rejects.toMatchObject({ code: 'identity.not-permitted' });
  }),
);
