import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { namedIn } from './index.ts';
import { listDispositions } from './list-dispositions.ts';
import { matterDetail } from './matter-detail.ts';
import { searchMatters } from './search-matters.ts';

test(
  'matters are found by words, pinyin, code and everyday words; the first is the one meant',
  inCity(async ({ ctx }) => {
    const first = async (q: string) => (await searchMatters(ctx, { q })).rows[0]?.code;
    expect(await first('井盖')).toBe('010102');
    expect(await first('jgqs')).toBe('010102');
    expect(await first('010102')).toBe('010102');
    expect(await first('欠薪')).toMatch(/^\d{6}$/);
    expect((await searchMatters(ctx, { q: '煤气味' })).rows.map(({ code }) => code)).toContain(
      '060301',
    );
    expect((await searchMatters(ctx, { q: 'zzzzqq' })).rows).toEqual([]);
  }),
);

test(
  'without words the whole tree, and no leaf that has ended',
  inCity(async ({ ctx }) => {
    const { rows } = await searchMatters(ctx, {});
    expect(rows.length).toBeGreaterThan(200);
    // Northern heating is no matter of a southern city.
    expect(rows.map(({ code }) => code)).not.toContain('060401');
    expect((await searchMatters(ctx, { q: '060401' })).rows).toEqual([]);
  }),
);

test(
  'a matter says what to ask, what to fill in and what an answer must show',
  inCity(async ({ ctx }) => {
    const detail = await matterDetail(ctx, { code: '010102' });
    expect(detail).toMatchObject({ code: '010102', urgency: 'U1', limitClass: 'E30' });
    expect(detail.questions.length).toBeGreaterThan(1);
    expect(detail.fields.length).toBeGreaterThan(1);
    expect(detail.evidence.length).toBeGreaterThan(0);
    await expect(matterDetail(ctx, { code: '999999' })).rejects.toMatchObject({
      code: 'city.no-such-matter',
    });
    const { rows } = await listDispositions(ctx);
    expect(rows.map(({ code }) => code)).toEqual(
      Array.from({ length: 12 }, (_, at) => `DG${at + 1}`),
    );
  }),
);

test(
  'everyday words name the nearest matter: what is let out says more than how',
  inCity(async ({ ctx }) => {
    expect(await namedIn(ctx, '楼下烧烤店油烟直排,窗都开不了')).toBe('030106');
    expect(await namedIn(ctx, '印染厂的水夜里直排到河里')).toBe('040101');
  }),
);
