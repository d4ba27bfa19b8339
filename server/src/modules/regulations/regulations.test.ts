import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { waitOf } from '../../../test/waiting-kit.ts';
import { historyOf } from '../../platform/events.ts';
import './index.ts';
import { enterChange, reviewCiting } from './enter-change.ts';
import { listRegulations, readRegulation } from './read-regulations.ts';

const refused = (asked: Promise<unknown>, code: string) =>
  expect(asked).rejects.toMatchObject({ code });
const said = { words: '这一条有修改。', inForceOn: '2026-03-01', source: '公开发布的文件' };

test(
  'a document knows the rules that cite it: catalogue, linkage, limits, indicators',
  inCity(async ({ as }) => {
    const analyst = as('analyst');
    const { rows, can } = await analyst.do(listRegulations, null);
    expect(can.work).toBe(true);
    const cited = new Map(rows.map((row) => [row.code, row.cited]));
    expect(cited.get('drainage')).toBeGreaterThan(10);
    expect(cited.get('labour-inspection')).toBeGreaterThanOrEqual(4);
    const kindsOf = async (code: string) => {
      const { citing } = await analyst.do(readRegulation, { code });
      return new Set(citing.map(({ kind }) => kind));
    };
    expect(await kindsOf('drainage')).toContain('catalogue');
    expect(await kindsOf('labour-inspection')).toContain('statutory-limit');
    expect(await kindsOf('zz110')).toContain('linkage-basis');
    expect(await kindsOf('guoban-66')).toContain('indicator');
    const { citing, articles } = await analyst.do(readRegulation, { code: 'guoban-66' });
    const ofIndicators = citing.filter(({ kind }) => kind === 'indicator');
    expect(ofIndicators.flatMap(({ articles: named }) => named)).toEqual(
      expect.arrayContaining(['(四)', '(五)']),
    );
    expect(articles.find(({ article }) => article === '(五)')?.cited).toBeGreaterThan(0);
    await refused(analyst.do(readRegulation, { code: 'none' }), 'regulations.no-such-regulation');
  }),
);

test(
  'a change lists what cites the article or the document alone, each is looked at, and the new gist stands from its day on',
  inCity(async (kit) => {
    const { as, travelTo } = kit;
    const analyst = as('analyst');
    const ahead = { ...said, inForceOn: '2026-04-01', gist: '派单目录每年修订一次' };
    const asked = { code: 'guoban-66', article: '(五)', ...ahead };
    const unknown = { ...asked, article: '(九十)' };
    await refused(analyst.do(enterChange, unknown), 'regulations.no-such-article');
    const { changeId, rows } = await analyst.do(enterChange, asked);
    const whole = (await analyst.do(readRegulation, { code: 'guoban-66' })).citing;
    const touches = (named: readonly string[]) => named.length === 0 || named.includes('(五)');
    expect(rows).toBe(whole.filter(({ articles }) => touches(articles)).length);
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(whole.length);
    const review = (no: number, outcome: 'stays' | 'to-change' | 'changed') =>
      analyst.do(reviewCiting, { changeId, no, outcome, words: '已核对。' });
    await refused(review(rows + 1, 'stays'), 'regulations.no-such-row');
    const none = { changeId: crypto.randomUUID(), no: 1, outcome: 'stays' as const, words: '无' };
    await refused(analyst.do(reviewCiting, { ...none, words: '没有' }), 'regulations.no-such-row');
    const openReviews = async () =>
      (await analyst.do(listRegulations, null)).rows.find(({ code }) => code === 'guoban-66')
        ?.openReviews;
    expect(await openReviews()).toBe(rows);
    for (let no = 1; no <= rows; no += 1) await review(no, no === 1 ? 'to-change' : 'stays');
    expect(await openReviews()).toBe(1);
    expect(await waitOf(kit, changeId, 'regulation-review')).not.toBeNull();
    await review(1, 'changed');
    expect(await openReviews()).toBe(0);
    expect(await waitOf(kit, changeId, 'regulation-review')).toBeNull();
    // Somebody sees that it was not: it waits again, and will ring.
    await review(1, 'to-change');
    expect(await openReviews()).toBe(1);
    expect(await waitOf(kit, changeId, 'regulation-review')).not.toBeNull();
    await review(1, 'changed');
    const gist = async () =>
      (await analyst.do(readRegulation, { code: 'guoban-66' })).articles.find(
        ({ article }) => article === '(五)',
      )?.gist;
    expect(await gist()).not.toBe(ahead.gist);
    await travelTo(new Date('2026-04-02T01:00:00Z'));
    expect(await gist()).toBe(ahead.gist);
  }),
);

test(
  'a rule that names two articles is touched by either, and one that is in force no more by none',
  inCity(async ({ as, ctx }) => {
    const analyst = as('analyst');
    const { citing } = await analyst.do(readRegulation, { code: 'drainage' });
    const [both, ended] = citing.filter(({ kind }) => kind === 'catalogue').map(({ key }) => key);
    await sql`update dispatch.catalogue_row set basis = '国办函〔2025〕66号(四)、(五)' where id = ${both}`.execute(
      ctx.tx,
    );
    await sql`update dispatch.catalogue_row set valid_to = '2020-01-01' where id = ${ended}`.execute(
      ctx.tx,
    );
    const left = (await analyst.do(readRegulation, { code: 'drainage' })).citing;
    expect(left).toHaveLength(citing.length - 2);
    for (const article of ['(四)', '(五)']) {
      const { changeId } = await analyst.do(enterChange, { code: 'guoban-66', article, ...said });
      const { changes } = await analyst.do(readRegulation, { code: 'guoban-66' });
      const listed = changes.find(({ id }) => id === changeId)?.rows.map(({ key }) => key);
      expect(listed).toContain(both);
    }
  }),
);

test(
  'what came into force last is what an article says, also where it was entered first',
  inCity(async ({ as }) => {
    const analyst = as('analyst');
    const of = { ...said, code: 'guoban-66', article: '(五)' };
    await analyst.do(enterChange, { ...of, inForceOn: '2026-02-01', gist: '每年修订一次' });
    await analyst.do(enterChange, { ...of, inForceOn: '2025-12-01', gist: '每两年修订一次' });
    const { articles } = await analyst.do(readRegulation, { code: 'guoban-66' });
    expect(articles.find(({ article }) => article === '(五)')?.gist).toBe('每年修订一次');
  }),
);

test(
  'rules nobody looked at are told of, first to the analysts',
  inCity(async (kit) => {
    const { as, drain, travelTo, ctx, clock } = kit;
    const { changeId } = await as('analyst').do(enterChange, { code: 'zz110', ...said });
    const lates = async () => {
      const all = await historyOf(
        ctx,
        { kind: 'regulation', id: changeId },
        new Date(clock.now().getTime() + 1000),
      );
      return all.filter(({ type }) => type === 'waits.late').map(({ data }) => data.step);
    };
    const due = (await waitOf(kit, changeId, 'regulation-review'))?.due ?? clock.now();
    await travelTo(new Date(due.getTime() - 1));
    await drain();
    expect(await lates()).toEqual([]);
    await travelTo(due);
    await drain();
    await drain();
    expect(await lates()).toEqual([1]);
    await refused(
      as('dispatcher').do(enterChange, { code: 'zz110', ...said }),
      'identity.not-permitted',
    );
  }),
);
