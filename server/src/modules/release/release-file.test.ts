import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { csvBytes } from '../../platform/sheet.ts';
import type { Doer } from '../../platform/testing/in-city.ts';
import { gazetteerOf } from '../mentions/index.ts';
import { askRelease } from './ask-release.ts';
import { checkText } from './check-text.ts';
import { nextText, readRelease } from './read-releases.ts';
import { redactTogether } from './redact-together.ts';
import { releaseSheet } from './release-file.ts';
import { fileText } from './text.ts';
import { withdrawRelease } from './withdraw-release.ts';

const asked = { filters: {}, purpose: '高校研究供暖诉求', recipient: '某大学课题组' };

/** Goes through every text as the machine left it. */
async function checkAll(reviewer: Doer, releaseId: string): Promise<void> {
  for (;;) {
    const { text } = await reviewer.do(nextText, { releaseId });
    if (text === null) return;
    const { no, removals } = text;
    await reviewer.do(checkText, { releaseId, no, removals });
  }
}

test(
  'only who asked, who checked and the director take the file; taken back, nobody does',
  inCity(async ({ as, anOrder, drain }) => {
    await anOrder.toDispatch({ title: '路灯,不亮', content: '=1+1 路口\n的路灯坏了' });
    const analyst = as('analyst');
    const { id: releaseId } = await analyst.do(askRelease, asked);
    await drain();
    const reviewer = as('reviewer');
    await checkAll(reviewer, releaseId);
    const another = as('analyst');
    await expect(another.do(releaseSheet, { releaseId, as: 'xlsx' })).rejects.toMatchObject({
      code: 'release.not-yours',
    });
    await expect(
      another.do(withdrawRelease, { releaseId, reason: '不该外发' }),
    ).rejects.toMatchObject({ code: 'release.not-yours' });
    const sheet = await as('director').do(releaseSheet, { releaseId, as: 'csv' });
    const table = csvBytes(sheet).toString();
    expect(table).toContain('"路灯,不亮"');
    expect(table).toContain(`"'=1+1 路口\n的路灯坏了"`);
    await reviewer.do(releaseSheet, { releaseId, as: 'report' });
    const page = await analyst.do(readRelease, { releaseId });
    expect(page.taken).toHaveLength(1);

    await analyst.do(withdrawRelease, { releaseId, reason: '接收方不再需要' });
    const after = await analyst.do(readRelease, { releaseId });
    expect(after).toMatchObject({
      state: 'withdrawn',
      withdrawn: { why: '接收方不再需要' },
      can: { take: false, withdraw: false },
    });
    await expect(analyst.do(releaseSheet, { releaseId, as: 'xlsx' })).rejects.toMatchObject({
      code: 'release.withdrawn',
    });
  }),
);

test(
  'other words of the same length do not leave, whether they changed before the check or after it',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const [before, after] = ['东门的路灯坏了三天', '西门的路灯坏了三天'];
    const changed = async (orderId: string, to: string) => {
      await sql`
        update orders.text set content = ${to}
        where city_id = ${ctx.cityId} and order_id = ${orderId} and kind = 'appeal'`.execute(
        ctx.tx,
      );
    };
    const order = await anOrder.toDispatch({ title: '路灯', content: before });
    const analyst = as('analyst');
    const first = await analyst.do(askRelease, asked);
    const second = await analyst.do(askRelease, asked);
    await drain();
    await checkAll(as('reviewer'), first.id);
    await changed(order.id, after);
    await checkAll(as('reviewer'), second.id);
    const file = async (releaseId: string) =>
      JSON.stringify((await analyst.do(releaseSheet, { releaseId, as: 'xlsx' })).rows);
    expect(await file(first.id)).toContain(fileText.changed);
    expect(await file(first.id)).not.toContain(after);
    // Checked while it read otherwise: as it was it does not leave either.
    await changed(order.id, before);
    expect(await file(first.id)).toContain(before);
    expect(await file(second.id)).toContain(fileText.changed);
  }),
);

test('who is named plainly in one text of an order is taken out of the others too', () => {
  const texts = ['欧阳望舒欠薪', '我叫欧阳望舒,在工地干活,老板欠我工资。'];
  const places = gazetteerOf({ areas: [], aliases: [], learnt: [] });
  const known = { names: [], phones: [] };
  const [title] = redactTogether(texts, { known, places });
  expect(title).toEqual([{ kind: 'name', start: 0, end: 4 }]);
});
