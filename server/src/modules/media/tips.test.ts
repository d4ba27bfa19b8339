import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { acceptWaiting, erasePerson } from '../../../test/use-cases.ts';
import { historyOf } from '../../platform/events.ts';
import { requesterAgain } from '../requesters/index.ts';
import { answerTip, makeOrderOfTip, refuseTip } from './end-tip.ts';
import { enterTip } from './enter-tip.ts';
import { accepted, lamp, viewer } from './example-media.ts';
import { listTips } from './list-tips.ts';
import { changeConsent, readTipContact } from './tip-contact.ts';
import './index.ts';

const water = 'ZZ-0601-01';

test(
  'every tip ends as an order, an answer or a reasoned refusal; the others are counted',
  inCity(async ({ as, ctx }) => {
    const editor = as('media-editor');
    const enter = (no: number, more: object = {}) =>
      editor.do(enterTip, { ...lamp, sourceRef: `评论-${no}`, ...more });
    const [one, two, three] = [await enter(1), await enter(2), await enter(3)];
    await expect(enter(1)).rejects.toMatchObject({ code: 'media.tip-twice', facts: { no: 1 } });
    expect((await editor.do(listTips, { box: 'open' })).counts).toMatchObject({ open: 3, all: 3 });

    const made = await editor.do(makeOrderOfTip, { tipId: one.tipId, words: '' });
    const said = { tipId: two.tipId, words: '停水期间可到临时取水点取水,恢复时间见公告。' };
    await expect(
      editor.do(answerTip, { ...said, knowledgeCode: water, words: `请联系${viewer.phone}办理。` }),
    ).rejects.toMatchObject({ code: 'media.scan-finds' });
    await editor.do(answerTip, { ...said, knowledgeCode: water });
    await editor.do(refuseTip, {
      tipId: three.tipId,
      refusal: 'court',
      words: '双方已起诉,由法院审理。',
    });
    await expect(
      editor.do(makeOrderOfTip, { tipId: three.tipId, words: '' }),
    ).rejects.toMatchObject({ code: 'media.tip-ended' });

    const { rows, counts } = await editor.do(listTips, { box: 'all' });
    expect(counts).toEqual({ open: 0, late: 0, order: 1, answer: 1, refused: 1, all: 3 });
    expect(rows.map(({ state, end }) => [state, end?.order?.status ?? end?.refusal])).toEqual([
      ['refused', 'court'],
      ['answer', null],
      ['order', 'to-accept'],
    ]);
    // The editor sees where the order stands, and does not open it.
    expect(rows[2]?.end?.order).toMatchObject({ orderNo: made.orderNo, mayOpen: false });
    const history = await historyOf(ctx, { kind: 'order', id: made.orderId });
    expect(history.map(({ type }) => type)).toContain('media.came-as-tip');
    await as('agent').do(acceptWaiting, { orderId: made.orderId, ...accepted });
    const unknown = '00000000-0000-7000-8000-000000000009';
    await expect(editor.do(makeOrderOfTip, { tipId: unknown, words: '' })).rejects.toMatchObject({
      code: 'media.no-such-tip',
    });
    await expect(as('agent').do(enterTip, lamp)).rejects.toMatchObject({
      code: 'identity.not-permitted',
    });
  }),
);

test(
  'who agreed to be asked goes along with the order; who did not is not kept at all',
  inCity(async ({ as, ctx }) => {
    const editor = as('media-editor');
    const { phone: _, ...without } = lamp;
    await expect(editor.do(enterTip, without)).rejects.toMatchObject({
      code: 'media.number-needed',
    });
    const yes = await editor.do(enterTip, lamp);
    expect(await editor.do(readTipContact, { tipId: yes.tipId, purpose: '核实地点' })).toEqual(
      viewer,
    );
    const asked = await editor.do(makeOrderOfTip, { tipId: yes.tipId, words: '' });
    expect(await requesterAgain(ctx, asked.orderId)).toMatchObject({ phone: viewer.phone });

    const silent = { ...lamp, sourceRef: '评论-2', mayContact: false };
    const no = await editor.do(enterTip, silent);
    await expect(
      editor.do(readTipContact, { tipId: no.tipId, purpose: '核实地点' }),
    ).rejects.toMatchObject({ code: 'media.no-contact' });
    const unasked = await editor.do(makeOrderOfTip, { tipId: no.tipId, words: '' });
    expect((await requesterAgain(ctx, unasked.orderId)).phone ?? '').toBe('');

    const back = { tipId: yes.tipId, mayContact: false, mayAppear: false, consentHow: '来电收回' };
    await editor.do(changeConsent, back);
    await expect(editor.do(changeConsent, { ...back, mayContact: true })).rejects.toMatchObject({
      code: 'media.number-needed',
    });
    const { rows } = await editor.do(listTips, { box: 'all' });
    expect(rows.map(({ hasContact }) => hasContact)).toEqual([false, false]);
    // Who agrees later says then whom to ask.
    const later = { ...back, mayContact: true, consentHow: '来电同意', ...viewer };
    await editor.do(changeConsent, later);
    expect(await editor.do(readTipContact, { tipId: yes.tipId, purpose: '核实地点' })).toEqual(
      viewer,
    );
  }),
);

test(
  'a person who is erased is gone from the tip as well, and its number stays',
  inCity(async ({ as, drain }) => {
    const editor = as('media-editor');
    const { tipId, no } = await editor.do(enterTip, lamp);
    const { orderId } = await editor.do(makeOrderOfTip, { tipId, words: '本人愿意作证。' });
    await as('director').do(erasePerson, { orderId, reason: '本人要求删除' });
    await drain();
    const { rows } = await editor.do(listTips, { box: 'order' });
    expect(rows).toMatchObject([
      { no, content: '', address: '', hasContact: false, mayContact: false, end: { words: '' } },
    ]);
    expect(JSON.stringify(rows)).not.toContain(lamp.sourceRef);
  }),
);
