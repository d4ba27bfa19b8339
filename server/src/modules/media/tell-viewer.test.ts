import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { historyOf } from '../../platform/events.ts';
import { decrypt } from '../../platform/secrets.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { answerTip, refuseTip } from './end-tip.ts';
import { enterTip } from './enter-tip.ts';
import { lamp, viewer } from './example-media.ts';
import { listTips } from './list-tips.ts';
import { changeConsent, readTipContact } from './tip-contact.ts';
import './index.ts';

const knowledgeCode = 'ZZ-0601-01';
const words = '停水期间可到临时取水点取水,恢复时间见公告。';
const refusal = { refusal: 'court', words: '双方已起诉,由法院审理。' } as const;
const monthMs = 30 * 86_400_000;

/** What went out to viewers, in order: to whom and in which words. */
async function heard({ ctx }: Pick<Kit, 'ctx'>): Promise<{ to: string; said: string }[]> {
  const { rows } = await sql<{ to_enc: Buffer; text_enc: Buffer }>`
    select to_enc, text_enc from notices.message
    where template in ('tip-answered', 'tip-refused')
    order by id`.execute(ctx.tx);
  return rows.map(({ to_enc, text_enc }) => ({
    to: decrypt(ctx.keys, to_enc),
    said: decrypt(ctx.keys, text_enc),
  }));
}

test(
  'who left a number and agreed hears the answer or the reason, once; nobody else is written to',
  inCity(async ({ as, ctx }) => {
    const editor = as('media-editor');
    const enter = async (no: number, more: object = {}) =>
      (await editor.do(enterTip, { ...lamp, sourceRef: `评论-${no}`, ...more })).tipId;
    const [one, two, silent] = [
      await enter(1),
      await enter(2),
      await enter(3, { mayContact: false }),
    ];
    await editor.do(answerTip, { tipId: one, knowledgeCode, words });
    await expect(editor.do(answerTip, { tipId: one, knowledgeCode, words })).rejects.toMatchObject({
      code: 'media.tip-ended',
    });
    // What somebody reads names nobody, a reason as little as an answer.
    const named = { tipId: two, ...refusal, words: `已请${viewer.phone}到法院办理。` };
    await expect(editor.do(refuseTip, named)).rejects.toMatchObject({ code: 'media.scan-finds' });
    await editor.do(refuseTip, { tipId: two, ...refusal });
    await editor.do(refuseTip, { tipId: silent, ...refusal });

    const messages = await heard({ ctx });
    expect(messages.map(({ to }) => to)).toEqual([viewer.phone, viewer.phone]);
    expect(messages.map(({ said }) => said)).toEqual([
      expect.stringContaining(words),
      expect.stringContaining(refusal.words),
    ]);
    const told = async (id: string) =>
      (await historyOf(ctx, { kind: 'media-tip', id })).filter(
        ({ type }) => type === 'media.tip-told',
      ).length;
    expect([await told(one), await told(two), await told(silent)]).toEqual([1, 1, 0]);
    const { rows } = await editor.do(listTips, { box: 'all' });
    expect(rows.map(({ end }) => end?.toldAt !== null)).toEqual([false, true, true]);
  }),
);

test(
  'the number of an answered tip leaves after the city’s thirty days, with the message that carried it',
  inCity(async ({ as, ctx, clock, drain, travelTo }) => {
    const editor = as('media-editor');
    const { tipId } = await editor.do(enterTip, lamp);
    const open = await editor.do(enterTip, { ...lamp, sourceRef: '评论-2' });
    await editor.do(answerTip, { tipId, knowledgeCode, words });
    const over = new Date(clock.now().getTime() + monthMs);
    await travelTo(new Date(over.getTime() - 1));
    await drain();
    expect(await editor.do(readTipContact, { tipId, purpose: '核实地点' })).toEqual(viewer);
    await travelTo(over);
    await drain();
    await expect(editor.do(readTipContact, { tipId, purpose: '核实地点' })).rejects.toMatchObject({
      code: 'media.no-contact',
    });
    expect(await heard({ ctx })).toEqual([{ to: '', said: '' }]);
    const { rows } = await editor.do(listTips, { box: 'all' });
    expect(rows).toMatchObject([
      { hasContact: true, contactDroppedAt: null },
      { hasContact: false, contactDroppedAt: over.toISOString(), end: { words } },
    ]);
    // One without an end keeps whom to ask.
    expect(await editor.do(readTipContact, { tipId: open.tipId, purpose: '核实地点' })).toEqual(
      viewer,
    );
  }),
);

test(
  'an agreement taken back takes number and message along at once; a number left afterwards leaves in time as well',
  inCity(async ({ as, ctx, clock, drain, travelTo }) => {
    const editor = as('media-editor');
    const { tipId } = await editor.do(enterTip, lamp);
    await editor.do(answerTip, { tipId, knowledgeCode, words });
    const back = { tipId, mayContact: false, mayAppear: false, consentHow: '来电收回' };
    await editor.do(changeConsent, back);
    expect(await heard({ ctx })).toEqual([{ to: '', said: '' }]);
    const hasContact = async () =>
      (await editor.do(listTips, { box: 'all' })).rows.map((row) => row.hasContact);
    expect(await hasContact()).toEqual([false]);
    await travelTo(new Date(clock.now().getTime() + monthMs / 2));
    await editor.do(changeConsent, { ...back, mayContact: true, ...viewer });
    await travelTo(new Date(clock.now().getTime() + monthMs - 1));
    await drain();
    expect(await hasContact()).toEqual([true]);
    await travelTo(new Date(clock.now().getTime() + 1));
    await drain();
    expect(await hasContact()).toEqual([false]);
  }),
);

test(
  'whoever may still be shown but not be written to any more gets no message that waits for the morning',
  inCity(async ({ as, ctx, travelTo }) => {
    const editor = as('media-editor');
    const { tipId } = await editor.do(enterTip, { ...lamp, mayAppear: true });
    await travelTo(new Date('2026-03-02T15:30:00Z'));
    await editor.do(answerTip, { tipId, knowledgeCode, words });
    const state = async () =>
      (
        await sql<{ state: string }>`
          select state from notices.message where template = 'tip-answered'`.execute(ctx.tx)
      ).rows;
    expect(await state()).toEqual([{ state: 'waiting' }]);
    const shownOnly = { tipId, mayContact: false, mayAppear: true, consentHow: '来电收回' };
    await editor.do(changeConsent, shownOnly);
    expect(await state()).toEqual([{ state: 'dropped' }]);
    expect(await heard({ ctx })).toEqual([{ to: '', said: '' }]);
    expect((await editor.do(listTips, { box: 'all' })).rows).toMatchObject([{ hasContact: true }]);
  }),
);
