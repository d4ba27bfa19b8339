import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { inventedPerson } from '../../demo/invented.ts';
import { historyOf } from '../../platform/events.ts';
import { askRelease } from './ask-release.ts';
import { checkText } from './check-text.ts';
import { listReleases, nextText, readRelease } from './read-releases.ts';
import { releaseSheet } from './release-file.ts';

const asked = { filters: {}, purpose: '高校研究供暖诉求', recipient: '某大学课题组' };

test(
  'what leaves was checked by another person, holds nobody, and says what was taken out and put back',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const person = inventedPerson('released');
    const requester = { kind: 'person' as const, isSelf: true, tags: [], ...person };
    const content = `我叫${person.name},电话${person.phone},家里暖气不热。`;
    const order = await anOrder.toDispatch({ title: '暖气不热', content, requester });
    await anOrder.toDispatch({ secrecy: 1, title: '举报供热站', requester });

    const analyst = as('analyst');
    const { id: releaseId } = await analyst.do(askRelease, asked);
    await drain();
    const [row] = (await as('reviewer').do(listReleases, {})).rows;
    expect(row).toMatchObject({ id: releaseId, state: 'checking', orders: 1 });
    await expect(analyst.do(nextText, { releaseId })).rejects.toMatchObject({
      code: 'release.own',
    });
    await expect(analyst.do(releaseSheet, { releaseId, as: 'xlsx' })).rejects.toMatchObject({
      code: 'release.not-ready',
    });

    const reviewer = as('reviewer');
    for (;;) {
      const { text } = await reviewer.do(nextText, { releaseId });
      if (text === null) break;
      const { no, words, removals } = text;
      const what = { releaseId, no };
      if (words === content) {
        expect(removals.map(({ kind }) => kind)).toEqual(['name', 'phone']);
        await expect(
          reviewer.do(checkText, { ...what, removals: removals.slice(1) }),
        ).rejects.toMatchObject({ code: 'release.reason-needed' });
        await expect(
          reviewer.do(checkText, {
            ...what,
            removals: [{ kind: 'name', start: 0, end: words.length + 1 }],
          }),
        ).rejects.toMatchObject({ code: 'release.wrong-place' });
        const start = words.indexOf('暖气');
        const more = { kind: 'home' as const, start, end: start + 2 };
        await reviewer.do(checkText, { ...what, removals: [...removals, more] });
        await expect(reviewer.do(checkText, { ...what, removals })).rejects.toMatchObject({
          code: 'release.already-checked',
        });
      } else await reviewer.do(checkText, { ...what, removals });
    }

    const page = await reviewer.do(readRelease, { releaseId });
    expect(page).toMatchObject({ state: 'ready', putBack: 0 });
    expect(page.removed).toContainEqual({ kind: 'home', count: 1 });
    const sheet = await analyst.do(releaseSheet, { releaseId, as: 'xlsx' });
    expect(sheet.rows).toHaveLength(1);
    expect(sheet.rows[0]).toContain('我叫〔姓名〕,电话〔电话〕,家里〔住址〕不热。');
    const whole = JSON.stringify(sheet);
    for (const telling of [person.name, person.phone, order.order_no])
      expect(whole).not.toContain(telling);
    expect(sheet.about.lines.join('\n')).toContain(asked.recipient);

    const told = await historyOf(ctx, { kind: 'release', id: releaseId }, ctx.now);
    expect(told.map(({ type }) => type)).toContain('release.checked');
    expect(JSON.stringify(told)).not.toContain(person.name);
  }),
);

test(
  'what is put back has its reason in the report, and after a week nothing is taken any more',
  inCity(async ({ as, anOrder, drain, travelTo, clock }) => {
    await anOrder.toDispatch({ title: '路灯不亮', content: '王建国师傅说路灯坏了。' });
    const analyst = as('analyst');
    const { id: releaseId } = await analyst.do(askRelease, asked);
    await drain();
    const reviewer = as('reviewer');
    for (;;) {
      const { text } = await reviewer.do(nextText, { releaseId });
      if (text === null) break;
      await reviewer.do(checkText, {
        releaseId,
        no: text.no,
        removals: [],
        putBackAs: 'no-person',
      });
    }
    const sheet = await analyst.do(releaseSheet, { releaseId, as: 'xlsx' });
    expect(sheet.about.lines.join('\n')).toMatch(/恢复:序号 1 的内容.*不是人名/);
    await travelTo(new Date(clock.now().getTime() + 8 * 86_400_000));
    await expect(analyst.do(releaseSheet, { releaseId, as: 'xlsx' })).rejects.toMatchObject({
      code: 'release.expired',
    });
  }),
);

test(
  'the appeals of one issue are asked for alone',
  inCity(async ({ as, anOrder, drain }) => {
    const order = await anOrder.toDispatch({ title: '路灯不亮' });
    await anOrder.toDispatch({ title: '井盖松动' });
    const filters = { issue: order.issue_id };
    const { id: releaseId } = await as('analyst').do(askRelease, { ...asked, filters });
    await drain();
    const row = await as('reviewer').do(readRelease, { releaseId });
    expect(row).toMatchObject({ state: 'checking', orders: 1 });
  }),
);

test(
  'nothing is asked for that finds nothing open',
  inCity(async ({ as, anOrder }) => {
    await anOrder.toDispatch({ secrecy: 1 });
    await expect(as('analyst').do(askRelease, asked)).rejects.toMatchObject({
      code: 'release.nothing-found',
    });
    await expect(as('agent').do(askRelease, asked)).rejects.toMatchObject({
      code: 'identity.not-permitted',
    });
  }),
);
