import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { approveReply, contact, sign, submit } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { ofOrder } from '../dispatch/index.ts';
import { keepFile } from '../files/index.ts';
import * as orders from '../orders/index.ts';
import { attempt } from './attempt.ts';
import { attemptsOf } from './attempts.repo.ts';
import { close } from './close.ts';
import { falseCompletionsOf } from './false-completions.repo.ts';
import { falseByUnit, listFalse, readFalse } from './read-false.ts';
import { redo } from './redo.ts';
import { answerFalse, reportFalse } from './report-false.ts';
import { ruleOnFalse } from './rule-on-false.ts';

const bureau = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj', areaCode: '350600000000' };
const neighbour = { unitCode: '350600.sthj', unitPath: '350600/350600.sthj' };
const day = 24 * 3_600_000;
const lie = {
  contacted: false,
  solved: 'not-solved',
  processRating: 'dissatisfied',
  resultRating: 'very-dissatisfied',
  reason: '根本没有人来过',
  reasonClass: 'subjective',
} as const;
const well = { ...lie, solved: 'solved', resultRating: 'satisfied', contacted: true } as const;
const reply = {
  isTrue: 'not-true' as const,
  isSolved: 'solved' as const,
  unsolvedReason: '',
  process: '再次到现场处理完毕。',
  publicAnswer: '您好,路灯已经恢复照明。',
  basis: '',
  measures: [],
  assetChanges: [],
  evidence: [],
};
/** One grey dot. */
const aPhoto = {
  name: '现场.png',
  declaredType: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
    'base64',
  ),
  purpose: 'evidence' as const,
  takenAt: null,
  point: null,
};
const atCallBack = {
  foundHow: 'call-back' as const,
  found: '回访得知没有人到过现场。',
  fileIds: [],
};
const ruling = { confirmed: true, words: '单位说明与事实不符。' };

test(
  'found at the call-back: the unit is heard, another person confirms, the order is worked once more',
  inCity(async ({ as, ctx, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    const caller = as('call-back-agent');
    await expect(caller.do(reportFalse, { orderId, ...atCallBack })).rejects.toMatchObject({
      code: 'call-back.false-not-said',
    });
    await caller.do(attempt, { orderId, reached: true, answers: lie });
    const ratings = JSON.stringify(await attemptsOf(ctx, orderId));
    const said = await orders.textsOf(ctx, orderId);
    await caller.do(reportFalse, { orderId, ...atCallBack });
    await expect(caller.do(reportFalse, { orderId, ...atCallBack })).rejects.toMatchObject({
      code: 'call-back.false-open',
    });
    const judge = as('shift-lead');
    await expect(judge.do(ruleOnFalse, { orderId, ...ruling })).rejects.toMatchObject({
      code: 'call-back.false-unheard',
    });
    const offered = async () => (await judge.do(readFalse, { orderId })).abilities;
    expect(await offered()).not.toContain('rule');
    const unit = as('handler', bureau);
    const [seen] = (await unit.do(readFalse, { orderId })).records;
    expect(seen).toMatchObject({ foundBy: null, claimed: '您好,路灯已恢复照明,感谢您的反映。' });
    await unit.do(answerFalse, { orderId, words: '当天只看了图片,没有到现场。' });
    await expect(unit.do(answerFalse, { orderId, words: '补充说明一下。' })).rejects.toMatchObject({
      code: 'call-back.false-answered',
    });
    expect(await offered()).toContain('rule');
    const { dueAt } = await judge.do(ruleOnFalse, { orderId, ...ruling });
    expect(dueAt).not.toBeNull();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'in-progress', round: 1 });
    expect(JSON.stringify(await attemptsOf(ctx, orderId))).toBe(ratings);
    expect((await orders.textsOf(ctx, orderId)).slice(0, said.length)).toEqual(said);
    await expect(judge.do(ruleOnFalse, { orderId, ...ruling })).rejects.toMatchObject({
      code: 'call-back.false-none-open',
    });
  }),
);

test(
  'who found it does not confirm it; another unit neither sees nor answers it',
  inCity(async ({ as, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    const lead = as('shift-lead');
    await lead.do(attempt, { orderId, reached: true, answers: lie });
    await lead.do(reportFalse, { orderId, ...atCallBack });
    await expect(lead.do(ruleOnFalse, { orderId, ...ruling })).rejects.toMatchObject({
      code: 'call-back.false-own-finding',
    });
    await expect(as('handler', neighbour).do(readFalse, { orderId })).rejects.toMatchObject({
      code: 'orders.no-such-order',
    });
    expect((await as('handler', neighbour).do(listFalse, { state: 'open' })).rows).toEqual([]);
    expect((await as('unit-leader', bureau).do(listFalse, { state: 'open' })).rows).toMatchObject([
      { order: { id: orderId }, state: 'found', foundHow: 'call-back' },
    ]);
  }),
);

test(
  'found at a site check after the end: evidence is needed, the archive waits, and it is opened once more',
  inCity(async ({ as, ctx, anOrder, travelTo, clock, drain }) => {
    const orderId = await anOrder.forCallBack();
    await as('call-back-agent').do(attempt, { orderId, reached: true, answers: well });
    await as('call-back-agent').do(close, { orderId, as: 'solved', note: '' });
    const looked = { orderId, foundHow: 'site-check' as const, found: '现场路灯仍然不亮。' };
    await expect(
      as('call-back-agent').do(reportFalse, { ...looked, fileIds: [] }),
    ).rejects.toMatchObject({ code: 'identity.not-permitted' });
    await expect(as('reviewer').do(reportFalse, { ...looked, fileIds: [] })).rejects.toMatchObject({
      code: 'call-back.false-evidence',
    });
    const reviewer = as('reviewer');
    const fileId = (await reviewer.do(keepFile, aPhoto)).file.id;
    await reviewer.do(reportFalse, { ...looked, fileIds: [fileId] });
    await travelTo(new Date(clock.now().getTime() + 31 * day));
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'closed', archive_held: true });
    // Nobody of the unit said anything in time.
    await as('director').do(ruleOnFalse, { orderId, ...ruling });
    expect(await orders.find(ctx, orderId)).toMatchObject({
      status: 'in-progress',
      closed_at: null,
      archive_held: false,
    });
    const { records } = await as('director').do(readFalse, { orderId });
    expect(records).toMatchObject([{ state: 'confirmed', heard: null, files: [{ id: fileId }] }]);
    const { units } = await as('director').do(falseByUnit, undefined);
    expect(units).toMatchObject([{ unit: { code: '350600.zjj' }, count: 1 }]);
    expect((await as('handler', neighbour).do(falseByUnit, undefined)).units).toEqual([]);
  }),
);

test(
  'confirmed after two redos, it goes back all the same',
  inCity(async ({ as, ctx, anOrder }) => {
    const orderId = await anOrder.forCallBack();
    const caller = as('call-back-agent');
    for (const round of [1, 2]) {
      await caller.do(attempt, { orderId, reached: true, answers: lie });
      await caller.do(redo, { orderId, reason: '没有办' });
      const duty = (await ofOrder(ctx, orderId)).find((one) => one.round === round);
      const key = { orderId, assignmentId: duty?.id ?? '' };
      await as('handler', bureau).do(sign, key);
      await as('handler', bureau).do(contact, { ...key, reached: true, note: '' });
      await as('handler', bureau).do(submit, { ...key, ...reply });
      await as('reviewer').do(approveReply, { orderId });
    }
    expect(await orders.find(ctx, orderId)).toMatchObject({ raised_at: null });
    await caller.do(attempt, { orderId, reached: true, answers: lie });
    // 问题工单: listed for the government above.
    expect((await orders.find(ctx, orderId))?.raised_at).toEqual(ctx.now);
    await expect(caller.do(redo, { orderId, reason: '没有办' })).rejects.toMatchObject({
      code: 'call-back.redo-limit',
    });
    await caller.do(reportFalse, { orderId, ...atCallBack });
    await as('unit-leader', bureau).do(answerFalse, { orderId, words: '确实没有办。' });
    await as('reviewer').do(ruleOnFalse, { orderId, ...ruling });
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'in-progress', round: 3 });
  }),
);

test(
  'dismissed, nothing moves, and the order is sealed in its time',
  inCity(async ({ as, ctx, anOrder, travelTo, clock, drain }) => {
    const orderId = await anOrder.forCallBack();
    const caller = as('call-back-agent');
    await caller.do(attempt, { orderId, reached: true, answers: { ...lie, solved: 'partly' } });
    await caller.do(reportFalse, { orderId, ...atCallBack });
    await caller.do(attempt, { orderId, reached: true, answers: well });
    await caller.do(close, { orderId, as: 'solved', note: '' });
    await as('handler', bureau).do(answerFalse, { orderId, words: '去过,诉求人当时不在家。' });
    const dismissed = { confirmed: false, words: '有到场照片,属实。' };
    expect(await as('reviewer').do(ruleOnFalse, { orderId, ...dismissed })).toEqual({
      dueAt: null,
    });
    expect(await falseCompletionsOf(ctx, orderId)).toMatchObject([{ state: 'dismissed' }]);
    await travelTo(new Date(clock.now().getTime() + 31 * day));
    await drain();
    expect(await orders.find(ctx, orderId)).toMatchObject({ status: 'archived' });
  }),
);

test(
  'the title of a secret order names nobody to the unit that finds it in the list',
  inCity(async ({ as, ctx, anOrder }) => {
    const title = `举报石狮子,电话${inventedPhoneOf('informant').replace(/^154/, '139')}`;
    const orderId = await anOrder.forCallBack({ title, content: title });
    await orders.change(ctx, orderId, { secrecy: 1 });
    const director = as('director');
    const { file } = await director.do(keepFile, aPhoto);
    const found = { foundHow: 'site-check' as const, found: '现场没有人来过。' };
    await director.do(reportFalse, { orderId, ...found, fileIds: [file.id] });
    const titles = async (who: typeof director) =>
      (await who.do(listFalse, { state: 'open' })).rows.map(({ order }) => order.title);
    expect(await titles(director)).toEqual([title]);
    expect(await titles(as('unit-leader', bureau))).toEqual(['举报石狮子,电话〔电话已隐去〕']);
  }),
);
