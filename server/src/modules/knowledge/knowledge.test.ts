import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { tablesOf } from '../../platform/db.ts';
import { cite } from './index.ts';
import { readEntry } from './read-entry.ts';
import { searchKnowledge } from './search-knowledge.ts';

const water = 'ZZ-0601-01';

test(
  'an entry is found by words of its title, its questions and its keywords, and by two keystrokes of pinyin',
  inCity(async ({ ctx }) => {
    const codes = async (q: string) => (await searchKnowledge(ctx, { q })).rows.map((r) => r.code);
    expect((await codes('停水'))[0]).toBe(water);
    expect(await codes('二楼以上水压很小')).toContain(water);
    expect(await codes('ts')).toContain(water);
    expect(await codes('我家停水两天了什么时候来')).toContain(water);
    expect(await codes('完全没有的词')).toEqual([]);
  }),
);

test(
  'entries of a matter, and all of them without words, within a cap',
  inCity(async ({ ctx }) => {
    const ofMatter = await searchKnowledge(ctx, { matter: '060101' });
    expect(ofMatter.rows.map(({ code }) => code)).toContain(water);
    expect((await searchKnowledge(ctx, { matter: '99' })).rows).toEqual([]);
    expect((await searchKnowledge(ctx, {})).rows).toHaveLength(20);
    expect(ofMatter.rows.find(({ code }) => code === water)).toMatchObject({
      ownerName: '漳州水务集团',
      invented: true,
      isExpired: false,
    });
  }),
);

test(
  'an expired entry may be read, never cited; valid ones come first',
  inCity(async ({ as, travelTo }) => {
    const agent = as('agent');
    expect((await agent.do(cite, water)).answer.length).toBeGreaterThan(40);
    await travelTo(new Date('2027-12-31T15:59:59Z'));
    await agent.do(cite, water);
    await travelTo(new Date('2027-12-31T16:00:00Z'));
    await expect(agent.do(cite, water)).rejects.toMatchObject({
      code: 'knowledge.expired',
      facts: { on: '2027-12-31' },
    });
    const { rows } = await agent.do(searchKnowledge, { q: '停水' });
    expect(rows.find(({ code }) => code === water)).toMatchObject({ isExpired: true });
    await expect(agent.do(cite, 'ZZ-9999-99')).rejects.toMatchObject({
      code: 'knowledge.no-such-entry',
    });
  }),
);

test(
  'which answer was read out is kept: when, by whom, on which call; an expired one is not read out',
  inCity(async ({ as, ctx, clock, travelTo }) => {
    const agent = as('agent');
    const callId = ctx.newId();
    const at = clock.now();
    await agent.do(readEntry, { code: water, callId });
    await travelTo(new Date('2028-01-01T00:00:00Z'));
    await expect(agent.do(readEntry, { code: water })).rejects.toMatchObject({
      code: 'knowledge.expired',
    });
    const readings = await tablesOf<'knowledge'>(ctx.tx)
      .selectFrom('knowledge.reading')
      .select(['code', 'call_id', 'account_id', 'at'])
      .execute();
    expect(readings).toEqual([
      { code: water, call_id: callId, account_id: agent.actor.accountId, at },
    ]);
  }),
);
