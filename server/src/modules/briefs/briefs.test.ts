import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import {
  insertRebuild,
  moveRebuild,
  nameEntry,
  newEntry,
  openCampaign,
} from '../../../test/use-cases.ts';
import { inventedPerson } from '../../demo/invented.ts';
import { beginBrief, listBriefTemplates } from './begin-brief.ts';
import { findBrief } from './briefs.repo.ts';
import { sheetOf } from './print-brief.ts';
import { listBriefs, readBrief } from './read-briefs.ts';
import { checkBrief, noteOnBrief, signBrief, withdrawBrief, writeBrief } from './sign-brief.ts';

type Kit = Parameters<Parameters<typeof inCity>[0]>[0];

const account = (id: number) => ({ accountId: `00000000-0000-7000-8000-00000000000${id}` });
const refused = (asked: Promise<unknown>, code: string) =>
  expect(asked).rejects.toMatchObject({ code });
const day = (at: Date) => at.toISOString().slice(0, 10);
const minutes = (at: Date, many: number) => new Date(at.getTime() + many * 60_000);

/** Whatever was told before has been heard, and the brief counted. */
async function counted({ clock, drain, travelTo }: Kit): Promise<void> {
  await drain();
  for (let turn = 0; turn < 3; turn += 1) {
    await travelTo(minutes(clock.now(), 1));
    await drain();
  }
}

async function weekly(kit: Kit) {
  const today = day(kit.clock.now());
  const asked = { template: 'weekly', title: '一周诉求情况', from: today, to: today };
  const { briefId } = await kit.as('analyst', account(1)).do(beginBrief, asked);
  await counted(kit);
  return { briefId };
}

test(
  'what was counted stands as of its cutoff: told later, it is not in it, and counted again it is the same bytes',
  inCity(async (kit) => {
    const { as, anOrder, clock, ctx } = kit;
    for (let no = 0; no < 3; no += 1) await anOrder.toDispatch({ content: `路灯不亮第${no}处。` });
    await counted(kit);
    const analyst = as('analyst', account(1));
    const today = day(clock.now());
    const asked = { template: 'weekly', title: '一周诉求情况', from: today, to: today };
    const { briefId } = await analyst.do(beginBrief, asked);
    const look = () => analyst.do(readBrief, { briefId });
    expect((await look()).state).toBe('making');
    await refused(analyst.do(checkBrief, { briefId }), 'briefs.making');
    await anOrder.toDispatch({ content: '后来说的一处路灯。' });
    await counted(kit);
    const first = await look();
    expect(first.state).toBe('drafting');
    expect(first.sections.map(({ holds }) => holds)).toEqual([
      'figures',
      'matters',
      'words',
      'words',
    ]);
    expect(first.sections[0]?.lines[0]).toBe('受理诉求 3 件');
    expect(first.sections[1]?.lines[0]).toMatch(/3 件$/);
    await analyst.do(checkBrief, { briefId });
    await counted(kit);
    expect((await look()).check).toMatchObject({ isSame: true });
    // While figures are rebuilt it is not known which orders have to do with the days: a check waits, as counting did.
    const rebuild = await insertRebuild(ctx, 'running');
    await analyst.do(checkBrief, { briefId });
    await counted(kit);
    expect((await look()).check).toMatchObject({ isSame: null });
    await moveRebuild(ctx, rebuild, { state: 'done' });
    await counted(kit);
    expect((await look()).check).toMatchObject({ isSame: true });
    const { rows } = await analyst.do(listBriefs, {});
    expect(rows).toMatchObject([{ id: briefId, state: 'drafting', briefNo: null }]);
  }),
);

test(
  'a brief is signed by another person once every section is written and nobody is named; then it is numbered and stays',
  inCity(async (kit) => {
    const { as, ctx } = kit;
    const { briefId } = await weekly(kit);
    const [analyst, director] = [as('analyst', account(1)), as('director', account(2))];
    const seenNo = async () => (await analyst.do(readBrief, { briefId })).wordsNo;
    const write = async (who: typeof analyst, asked: Omit<typeof written, 'briefId'>) =>
      who.do(writeBrief, { ...asked, briefId, wordsNo: await seenNo() });
    const sign = async (who: typeof analyst, nobody: string[] = []) =>
      who.do(signBrief, { briefId, nobody, wordsNo: await seenNo() });
    const { name, phone } = inventedPerson('a brief');
    const sections = [
      { no: 2, words: `路灯反映集中。\n联系人${name},电话${phone}。` },
      { no: 3, words: '' },
    ];
    const written = { briefId, title: '一周诉求情况', sections };
    await refused(
      write(analyst, { ...written, sections: [{ no: 0, words: '另写' }] }),
      'briefs.no-such-section',
    );
    await write(analyst, written);
    await refused(sign(director), 'briefs.words-missing');
    const whole = [sections[0], { no: 3, words: '建议逐路排查。' }].flatMap((one) => one ?? []);
    await write(analyst, { ...written, sections: whole });
    expect((await analyst.do(readBrief, { briefId })).scan.map(({ kind }) => kind)).toContain(
      'phone',
    );
    await refused(sign(director), 'briefs.scan-finds');
    const clean = [{ no: 2, words: '路灯反映集中。' }];
    // Written after somebody looked: neither written over nor signed unseen.
    const before = await seenNo();
    await write(analyst, { ...written, sections: clean });
    const stale = { briefId, wordsNo: before };
    const over = { ...written, ...stale, sections: clean };
    await refused(analyst.do(writeBrief, over), 'briefs.words-changed');
    await refused(director.do(signBrief, { ...stale, nobody: [] }), 'briefs.words-changed');
    await refused(sign(as('director', account(1))), 'briefs.own-words');
    // Who wrote one section signs no more, whoever wrote another after it, until somebody writes that one anew.
    await write(director, { ...written, sections: [{ no: 3, words: '建议分批排查。' }] });
    await write(analyst, { ...written, sections: [{ no: 2, words: '路灯反映较多。' }] });
    await refused(sign(director), 'briefs.own-words');
    expect((await director.do(readBrief, { briefId })).can.sign).toBe(false);
    await write(analyst, { ...written, sections: [{ no: 3, words: '建议逐路排查。' }] });
    const note = {
      ...{ briefId, leader: '分管领导', words: '请住建部门认真研究解决。' },
      ...{ title: '排查全市路灯', wanted: '逐路排查,报结果。', unit: '350600.zjj' },
      limit: { kind: 'working-days' as const, days: 10 },
    };
    await refused(analyst.do(noteOnBrief, note), 'briefs.not-signed');
    const { briefNo } = await sign(director);
    expect(briefNo).toMatch(/^热线周报〔2026〕1期$/);
    await refused(write(analyst, written), 'briefs.settled');
    await refused(sign(director), 'briefs.settled');
    const { taskNo } = await analyst.do(noteOnBrief, note);
    const read = await analyst.do(readBrief, { briefId });
    expect(read.notes).toMatchObject([{ taskNo, state: 'given' }]);
    await refused(analyst.do(withdrawBrief, { briefId, reason: '有误' }), 'identity.not-permitted');
    const paper = async () =>
      JSON.stringify((await sheetOf(ctx, await findBrief(ctx, briefId))).blocks);
    expect(await paper()).not.toContain('作废');
    await director.do(withdrawBrief, { briefId, reason: '数据口径有误' });
    // What is void says so on paper too.
    expect(await paper()).toContain('已作废');
    await refused(director.do(withdrawBrief, { briefId, reason: '有误' }), 'briefs.settled');
  }),
);

test(
  'a campaign’s brief tells its list by the names of then, whatever it is called later',
  inCity(async (kit) => {
    const { as, anOrder, drain } = kit;
    const [analyst, director] = [as('analyst', account(1)), as('director', account(2))];
    const { id } = await anOrder.toDispatch();
    const { campaignId } = await director.do(openCampaign, season);
    const listed = { campaignId, name: '胜利路路灯', orderIds: [id], reason: '同一处。' };
    const { entryId } = await analyst.do(newEntry, listed);
    const asked = { template: 'campaign', title: '路灯整治专题报告', aboutId: campaignId };
    const { briefId } = await analyst.do(beginBrief, asked);
    await counted(kit);
    const look = () => analyst.do(readBrief, { briefId });
    const problems = async () => (await look()).sections[2]?.lines;
    expect(await problems()).toEqual(['1. 胜利路路灯:已列入,1 件']);
    await analyst.do(nameEntry, { entryId, name: '另一个名字' });
    const { phone } = inventedPerson('a problem');
    expect((await look()).scan).toEqual([]);
    await analyst.do(checkBrief, { briefId });
    await drain();
    expect((await look()).check).toMatchObject({ isSame: true });
    expect(await problems()).toEqual(['1. 胜利路路灯:已列入,1 件']);
    // Persons name problems: such a line leads to somebody as well as a section does.
    await analyst.do(nameEntry, { entryId, name: `路灯(找${phone})` });
    const { briefId: named } = await analyst.do(beginBrief, asked);
    await counted(kit);
    const { scan } = await analyst.do(readBrief, { briefId: named });
    expect(scan.map(({ kind }) => kind)).toEqual(['phone']);
  }),
);

test(
  'a long list is cut with a word: how many problems are left out, and how many appeals are behind them',
  inCity(async (kit) => {
    const { as, anOrder, ctx } = kit;
    const [analyst, director] = [as('analyst', account(1)), as('director', account(2))];
    const { id } = await anOrder.toDispatch();
    const { campaignId } = await director.do(openCampaign, season);
    const listed = { campaignId, name: '胜利路路灯', orderIds: [id], reason: '同一处。' };
    const { entryId } = await analyst.do(newEntry, listed);
    const more = 304;
    // Two hundred put aside stand before them, and take nobody's place.
    await sql`
      with made as (
        insert into campaigns.entry
        select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'no', e.no + n))).*
        from campaigns.entry as e cross join generate_series(1, ${200 + more}::int) as n
        where e.id = ${entryId}::uuid
        returning id, no
      )
      insert into campaigns.stage
      select (jsonb_populate_record(s, jsonb_build_object('entry_id', m.id,
        'state', case when m.no <= 201 then 'aside' else s.state end))).*
      from campaigns.stage as s cross join made as m
      where s.entry_id = ${entryId}::uuid`.execute(ctx.tx);
    const asked = { template: 'campaign', title: '路灯整治专题报告', aboutId: campaignId };
    const { briefId } = await analyst.do(beginBrief, asked);
    await counted(kit);
    const { sections } = await analyst.do(readBrief, { briefId });
    const lines = sections[2]?.lines ?? [];
    expect(lines).toHaveLength(301);
    expect(lines.at(-1)).toBe('另有 5 个问题、0 件诉求没有逐个列出,见专题清单');
  }),
);

test(
  'every brief is listed, page by page',
  inCity(async (kit) => {
    const { briefId } = await weekly(kit);
    await sql`
      insert into briefs.brief
      select (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid()))).*
      from briefs.brief as b cross join generate_series(1, 120)
      where b.id = ${briefId}::uuid`.execute(kit.ctx.tx);
    const analyst = kit.as('analyst', account(1));
    const seen = new Set<string>();
    let next: string | null = null;
    for (const most of [50, 50, 21]) {
      const from: { cursor?: string } = next === null ? {} : { cursor: next };
      const page = await analyst.do(listBriefs, from);
      expect(page.rows).toHaveLength(most);
      for (const { id } of page.rows) seen.add(id);
      next = page.next;
    }
    expect([seen.size, next]).toEqual([121, null]);
  }),
);

test(
  'what is not wanted any more is made void while it is counted, and there is nothing of it to check',
  inCity(async (kit) => {
    const analyst = kit.as('analyst', account(1));
    const today = day(kit.clock.now());
    const asked = { template: 'weekly', title: '一周诉求情况', from: today, to: today };
    const { briefId } = await analyst.do(beginBrief, asked);
    expect((await analyst.do(readBrief, { briefId })).can.withdraw).toBe(true);
    await analyst.do(withdrawBrief, { briefId, reason: '日期选错了' });
    await counted(kit);
    expect((await analyst.do(readBrief, { briefId })).state).toBe('withdrawn');
    await refused(analyst.do(checkBrief, { briefId }), 'briefs.never-counted');
  }),
);

test(
  'a brief is about what its template says, and about days that have begun',
  inCity(async ({ as, clock }) => {
    const analyst = as('analyst', account(1));
    const { rows } = await analyst.do(listBriefTemplates, null);
    expect(rows.map(({ about }) => about)).toContain('node');
    const today = day(clock.now());
    const weekly = { template: 'weekly', title: '一周诉求情况' };
    await refused(analyst.do(beginBrief, weekly), 'briefs.about-needed');
    const ahead = { ...weekly, from: today, to: '2099-01-01' };
    await refused(analyst.do(beginBrief, ahead), 'briefs.bad-period');
    const unknown = { ...weekly, template: 'none', from: today, to: today };
    await refused(analyst.do(beginBrief, unknown), 'briefs.no-such-template');
    const nowhere = { template: 'node', title: '节点报告', aboutId: crypto.randomUUID() };
    await refused(analyst.do(beginBrief, nowhere), 'briefs.about-needed');
    const briefId = crypto.randomUUID();
    await refused(analyst.do(readBrief, { briefId }), 'briefs.no-such-brief');
  }),
);

const season = {
  ...{ kind: 'season' as const, title: '路灯专项整治', theme: '城市照明', year: 2026, quarter: 1 },
  ...{ from: '2026-01-01', to: '2026-03-02', why: '反映集中,可以一起解决。', terms: ['路灯'] },
};
