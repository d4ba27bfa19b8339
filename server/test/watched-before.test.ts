import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { beginBrief } from '../src/modules/briefs/begin-brief.ts';
import { planDay } from '../src/modules/media/answering-days.ts';
import { answerTip } from '../src/modules/media/end-tip.ts';
import { enterTip } from '../src/modules/media/enter-tip.ts';
import { lamp } from '../src/modules/media/example-media.ts';
import { inCity } from './kit.ts';
import { bureau } from './waiting-scenes.ts';

const migration = readFileSync(
  new URL('../migrations/0112_watched_before.sql', import.meta.url),
  'utf8',
);

test(
  'what stood open before anybody watched it is taken over, once: a day, a brief, a number left with a tip',
  inCity(async ({ as, ctx, clock, drain, travelTo }) => {
    const editor = as('media-editor');
    const { tipId } = await editor.do(enterTip, lamp);
    const told = { knowledgeCode: 'ZZ-0601-01', words: '恢复时间见公告。' };
    await editor.do(answerTip, { tipId, ...told });
    const { dayId } = await as('shift-lead').do(planDay, {
      ...{ leaderPost: '分管副市长', unit: bureau.unitCode, theme: '' },
      ...{ startsAt: '2026-03-09T01:00:00.000Z', endsAt: '2026-03-09T03:00:00.000Z' },
    });
    const on = clock.now().toISOString().slice(0, 10);
    const weekly = { template: 'weekly', title: '一周诉求情况', from: on, to: on };
    const { briefId } = await as('analyst').do(beginBrief, weekly);
    for (let turn = 0; turn < 4; turn += 1) {
      await drain();
      await travelTo(new Date(clock.now().getTime() + 60_000));
    }
    const watched = [
      `media-contact:${tipId}`,
      `wait:brief-signature:${briefId}:0`,
      `wait:media-day:${dayId}:0`,
    ];
    const alarms = async () => {
      const { rows } = await sql<{ key: string; job: string }>`
        select key, job from platform.alarm where key = any (${watched}) order by key`.execute(
        ctx.tx,
      );
      return rows;
    };
    const before = await alarms();
    expect(before.map(({ key }) => key)).toEqual(watched);

    await sql`delete from platform.alarm where key = any (${watched})`.execute(ctx.tx);
    await sql`delete from waits.wait where id in (${dayId}, ${briefId})`.execute(ctx.tx);
    for (let time = 0; time < 2; time += 1)
      await sql
        .raw(migration.replace('create function', 'create or replace function'))
        .execute(ctx.tx);
    expect(await alarms()).toEqual(before);
    await travelTo(new Date(clock.now().getTime() + 31 * 86_400_000));
    await drain();
    const { rows } = await sql<{ kept: boolean; told: number }>`
      select contact_enc is not null as kept, (
        select count(*)::integer from waits.wait where id in (${dayId}, ${briefId}) and told = 1
      ) as told
      from media.tip where id = ${tipId}`.execute(ctx.tx);
    expect(rows).toEqual([{ kept: false, told: 2 }]);
  }),
  60_000,
);
