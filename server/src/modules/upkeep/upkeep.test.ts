import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { refusalOf } from '../../../test/refusal-of.ts';
import { keepVerdict } from '../../audit/keep-verdict.ts';
import type { Context } from '../../platform/context.ts';
import { reportTrouble, troubleOver } from './index.ts';
import { listTroubles } from './list-troubles.ts';
import { lookAround } from './look-around.ts';
import { settleTrouble } from './settle-trouble.ts';

const job = 'example:stuck';
const words = '已排除磁盘故障。';

/** A job of a name nobody handles, as the queue leaves one that was tried so often. */
async function stuck({ tx }: Context, attempts: number): Promise<void> {
  await sql`select graphile_worker.add_job(${job}, payload := '{}'::json)`.execute(tx);
  await sql`
    update graphile_worker._private_jobs
    set attempts = ${attempts}, last_error = 'no'
    where task_id = (select id from graphile_worker._private_tasks where identifier = ${job})
      and attempts = 0`.execute(tx);
}

const jobsLeft = async ({ tx }: Context) => {
  const { rows } = await sql<{ attempts: number }>`
    select attempts from graphile_worker.jobs where task_identifier = ${job}`.execute(tx);
  return rows.map(({ attempts }) => attempts);
};

test(
  'jobs that keep failing stand on the page by their name, once, and not before they were tried for long',
  inCity(async ({ as, ctx, system }) => {
    await stuck(ctx, 3);
    await system.do(lookAround, {});
    const open = async () =>
      (await as('auditor').do(listTroubles, {})).open.filter(({ about }) => about === job);
    expect(await open()).toEqual([]);
    await stuck(ctx, 8);
    await stuck(ctx, 25);
    await system.do(lookAround, {});
    await system.do(lookAround, {});
    expect(await open()).toMatchObject([{ kind: 'job', times: 2, overAt: null }]);
    expect((await as('auditor').do(listTroubles, {})).can.settle).toBe(false);
  }),
);

test(
  'run once more they begin from the start; given up they are gone; what ended is told apart',
  inCity(async ({ as, ctx, system }) => {
    const admin = as('admin');
    const openId = async () => {
      await system.do(lookAround, {});
      return (await admin.do(listTroubles, {})).open.find(({ about }) => about === job)?.id ?? '';
    };
    await stuck(ctx, 25);
    const first = await openId();
    await admin.do(settleTrouble, { troubleId: first, how: 'again', words });
    expect(await jobsLeft(ctx)).toEqual([0]);
    await system.do(lookAround, {});
    expect(await refusalOf(admin, settleTrouble, { troubleId: first, how: 'again', words })).toBe(
      'upkeep.no-such-trouble',
    );
    await sql`
      update graphile_worker._private_jobs set attempts = 25 where attempts = 0`.execute(ctx.tx);
    const second = await openId();
    await admin.do(settleTrouble, { troubleId: second, how: 'gave-up', words });
    expect(await jobsLeft(ctx)).toEqual([]);
    const { over } = await admin.do(listTroubles, {});
    const ended = over.filter(({ about }) => about === job);
    expect(new Set(ended.map((each) => `${each.ended} ${each.words}`))).toEqual(
      new Set([`again ${words}`, `gave-up ${words}`]),
    );
  }),
);

test(
  'what only the machine can see ends by itself, and nobody says it has',
  inCity(async ({ as, system }) => {
    const anchor = { kind: 'anchor', about: '', times: 1 } as const;
    await system.do(reportTrouble, anchor);
    const list = async () => (await as('admin').do(listTroubles, {})).open;
    const [{ id = '' } = {}] = (await list()).filter(({ kind }) => kind === 'anchor');
    const settle = { troubleId: id, how: 'looked-into', words } as const;
    expect(await refusalOf(as('admin'), settleTrouble, settle)).toBe('upkeep.ends-itself');
    await system.do((ctx) => troubleOver(ctx, 'anchor', ''), {});
    expect((await list()).filter(({ kind }) => kind === 'anchor')).toEqual([]);
  }),
);

test(
  'a log that does not verify waits for a person; the same finding is not told twice, a later one is',
  inCity(async ({ as, ctx, system, clock, travelTo }) => {
    const verified = (broken: number) =>
      keepVerdict(
        { query: (text: string, values: unknown[]) => inTransaction(ctx, text, values) },
        { cityId: ctx.cityId, at: clock.now(), chains: 4, events: 9, anchors: 1, broken },
      );
    const open = async () => {
      await system.do(lookAround, {});
      const { open: all } = await as('auditor').do(listTroubles, {});
      return all.filter(({ kind }) => kind === 'chain');
    };
    await verified(2);
    const [found] = await open();
    expect(found).toMatchObject({ times: 2 });
    const troubleId = found?.id ?? '';
    const admin = as('admin');
    expect(await refusalOf(admin, settleTrouble, { troubleId, how: 'again', words })).toBe(
      'upkeep.not-that-way',
    );
    await admin.do(settleTrouble, { troubleId, how: 'looked-into', words });
    expect(await open()).toEqual([]);
    await travelTo(new Date(clock.now().getTime() + 86_400_000));
    await verified(2);
    expect(await open()).toHaveLength(1);
    await verified(0);
    expect(await open()).toEqual([]);
    const { verification } = await as('auditor').do(listTroubles, {});
    expect(verification).toMatchObject({ chains: 4, events: 9, anchors: 1, broken: 0 });
  }),
);

/** The statement of the command, inside the test's own transaction. */
async function inTransaction({ tx }: Context, text: string, values: unknown[]): Promise<unknown> {
  const [first = '', ...more] = text.split(/\$\d+/);
  const parts = more.map((rest, no) => sql`${values[no]}${sql.raw(rest)}`);
  return sql`${sql.raw(first)}${sql.join(parts, sql``)}`.execute(tx);
}
