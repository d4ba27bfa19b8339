import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { erasePerson, sentMessages } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { tablesOf } from '../../platform/db.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import * as orders from '../orders/index.ts';
import { answerMessage } from './answer-message.ts';
import { attempt } from './attempt.ts';
import { attemptsOf } from './attempts.repo.ts';
import { close } from './close.ts';
import { hearSms } from './hear-sms.ts';
import { callBackSheet } from './sheet.ts';

/** The number every order of the maker is asked from. */
const caller = inventedPhoneOf('an order');
const asked = {
  contacted: true,
  solved: 'solved' as const,
  processRating: 'satisfied' as const,
  resultRating: 'satisfied' as const,
  reason: '',
  reasonClass: null,
};
const days = (at: Date, count: number) => new Date(at.getTime() + count * 86_400_000);

const hear = (kit: Kit, text: string, from = caller) =>
  kit.system.do(hearSms, { from, text, at: kit.clock.now() });

/** What was sent to requesters, by template, oldest first. */
async function told({ as, drain }: Kit): Promise<string[]> {
  await drain();
  const { rows } = await as('admin').do(sentMessages, {});
  return rows.flatMap(({ template, toUnit }) => (toUnit ? [] : template)).toReversed();
}

test(
  'three digits back are a rating by SMS: kept like one of the page, once, and thanked for',
  inCity(async (kit) => {
    const { ctx, anOrder } = kit;
    const orderId = await anOrder.forCallBack();
    await kit.drain();
    expect(await hear(kit, '3 4 4 路灯还是不亮')).toBe('rated');
    expect(await attemptsOf(ctx, orderId)).toMatchObject([
      {
        channel: 'sms',
        reached: true,
        contacted: null,
        solved: 'not-solved',
        process_rating: 'dissatisfied',
        result_rating: 'dissatisfied',
        by_account: null,
      },
    ]);
    const words = (await orders.textsOf(ctx, orderId)).map(({ content }) => content);
    expect(words).toContain('路灯还是不亮');
    expect(await hear(kit, '1 1 1')).toBe('already-rated');
    expect(await hear(kit, '1 1 1')).toBe('already-rated');
    expect(await attemptsOf(ctx, orderId)).toHaveLength(1);
    expect((await told(kit)).slice(-2)).toEqual(['rating-received', 'rating-twice']);
  }),
);

test(
  'what nobody understands is asked about once a day, kept for the call-back agent, and no rating',
  inCity(async (kit) => {
    const { ctx, anOrder, as, clock, travelTo } = kit;
    const orderId = await anOrder.forCallBack();
    await kit.drain();
    expect([await hear(kit, '1'), await hear(kit, '满意')]).toEqual(['unclear', 'unclear']);
    expect((await told(kit)).filter((name) => name === 'rating-unclear')).toHaveLength(1);
    await travelTo(days(clock.now(), 1.1));
    await hear(kit, '?');
    expect((await told(kit)).filter((name) => name === 'rating-unclear')).toHaveLength(2);
    expect(await attemptsOf(ctx, orderId)).toEqual([]);
    const sheet = await as('call-back-agent').do(callBackSheet, { orderId });
    expect(sheet.unclearAnswers.map(({ text }) => text)).toEqual(['1', '满意', '?']);
  }),
);

test(
  'the order named in the text goes before the last one written about',
  inCity(async (kit) => {
    const { ctx, anOrder } = kit;
    const first = await anOrder.forCallBack();
    const second = await anOrder.forCallBack();
    await kit.drain();
    const no = (await orders.find(ctx, first))?.order_no;
    expect(await hear(kit, `${no} 1 1 2`)).toBe('rated');
    expect(await attemptsOf(ctx, second)).toEqual([]);
    expect(await hear(kit, '2 3 3')).toBe('rated');
    expect(await attemptsOf(ctx, second)).toMatchObject([{ solved: 'partly' }]);
  }),
);

test(
  'a stranger rates nothing, whatever number they name, and nothing they wrote is kept',
  inCity(async (kit) => {
    const { ctx, anOrder } = kit;
    const orderId = await anOrder.forCallBack();
    await kit.drain();
    const no = (await orders.find(ctx, orderId))?.order_no;
    const stranger = inventedPhoneOf('stranger');
    expect(await hear(kit, `${no} 1 1 1`, stranger)).toBe('no-order');
    expect(await hear(kit, '1 1 1', stranger)).toBe('no-order');
    expect(await attemptsOf(ctx, orderId)).toEqual([]);
    expect((await told(kit)).filter((name) => name === 'sms-no-order')).toHaveLength(1);
    const kept = await tablesOf<'notices'>(ctx.tx)
      .selectFrom('notices.incoming')
      .select(['order_id', 'text_enc'])
      .execute();
    expect(kept).toEqual(Array(2).fill({ order_id: null, text_enc: null }));
  }),
);

test(
  'before the answer and thirty days after the end there is nothing to rate',
  inCity(async (kit) => {
    const { anOrder, as, clock, travelTo } = kit;
    const { order_no: early } = await anOrder.toDispatch();
    expect(await hear(kit, `${early} 1 1 1`)).toBe('not-rateable');
    const orderId = await anOrder.forCallBack();
    await as('call-back-agent').do(attempt, { orderId, reached: true, answers: asked });
    await as('call-back-agent').do(close, { orderId, as: 'solved', note: '' });
    await kit.drain();
    await travelTo(days(clock.now(), 31));
    expect(await hear(kit, '1 1 1')).toBe('not-rateable');
    expect(await told(kit)).toContain('rating-not-open');
  }),
);

test(
  'the pretend telephone answers the message it got, and only that of a requester',
  inCity(async (kit) => {
    const { ctx, anOrder, as } = kit;
    const orderId = await anOrder.forCallBack();
    await kit.drain();
    const { rows } = await as('shift-lead').do(sentMessages, {});
    const asks = rows.find(({ template }) => template === 'replied');
    expect(asks).toMatchObject({ mayAnswer: true, text: expect.stringContaining('三个数字') });
    const toDuty = rows.find(({ toUnit }) => toUnit !== null);
    expect(toDuty?.mayAnswer).toBe(false);
    const play = (messageId: string | undefined) =>
      as('shift-lead').do(answerMessage, { messageId: messageId ?? '', text: '1 2 2' });
    await expect(play(toDuty?.id)).rejects.toMatchObject({ code: 'call-back.not-answerable' });
    expect(await play(asks?.id)).toEqual({ outcome: 'rated' });
    expect(await attemptsOf(ctx, orderId)).toMatchObject([{ channel: 'sms', by_account: null }]);
  }),
);

test(
  'an erased requester wrote nothing and answers nothing',
  inCity(async (kit) => {
    const { ctx, anOrder, as } = kit;
    const orderId = await anOrder.forCallBack();
    await kit.drain();
    await hear(kit, '没听懂');
    await as('director').do(erasePerson, { orderId, reason: '依本人申请删除' });
    const kept = await tablesOf<'notices'>(ctx.tx)
      .selectFrom('notices.incoming')
      .select(['from_index', 'text_enc'])
      .where('order_id', '=', orderId)
      .execute();
    expect(kept).toEqual([{ from_index: null, text_enc: null }]);
    const { rows } = await as('admin').do(sentMessages, { order: orderId });
    const asks = rows.find(({ template }) => template === 'replied');
    await expect(
      as('admin').do(answerMessage, { messageId: asks?.id ?? '', text: '1 1 1' }),
    ).rejects.toMatchObject({ code: 'call-back.not-answerable' });
  }),
);
