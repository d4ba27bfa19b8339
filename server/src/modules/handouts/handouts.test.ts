import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { inCity } from '../../../test/kit.ts';
import { answerCall, erasePerson } from '../../../test/use-cases.ts';
import { historyOf } from '../../platform/events.ts';
import { decrypt } from '../../platform/secrets.ts';
import type { Kit } from '../../platform/testing/in-city.ts';
import { endCall, ringDemoCall } from '../telephony/index.ts';
import { blocksOf, formOfEntry } from './form-of-entry.ts';
import { newToken, opens, readToken } from './handout-token.ts';
import { ofCall, ofOrder } from './list-handouts.ts';
import { openHandout } from './open-handout.ts';
import { sendHandout } from './send-handout.ts';
import './index.ts';

/** With a form; see the city's knowledge. */
const insurance = 'ZZ-0802-01';
const water = 'ZZ-0601-01';
const staffOnly = 'ZZ-2004-90';
const refused = (asked: Promise<unknown>, code: string) =>
  expect(asked).rejects.toMatchObject({ code });

/** What the latest message said. */
async function lastWords({ ctx }: Pick<Kit, 'ctx'>): Promise<string> {
  const { rows } = await sql<{ text_enc: Buffer }>`
    select text_enc from notices.message
    where template = 'handout-sent'
    order by id desc
    limit 1`.execute(ctx.tx);
  return decrypt(ctx.keys, rows[0]?.text_enc ?? Buffer.alloc(0));
}
const tokenIn = (words: string): string => /#\/answer\/([\w-]+) /.exec(words)?.[1] ?? '';

test('a link names one handout and carries its key; nothing else opens it', () => {
  const id = '019f0000-0000-7000-8000-00000000abcd';
  const { token, hash } = newToken(id);
  const opener = readToken(token);
  expect(opener?.id).toBe(id);
  expect(opener && opens(opener, hash)).toBe(true);
  expect(opener && opens(opener, newToken(id).hash)).toBe(false);
  expect(readToken('')).toBeNull();
  expect(readToken(`${token}AA`)).toBeNull();
});

test(
  'during a call the answer goes to the caller by a link; opened, it is on record of call and order',
  inCity(async ({ as, ctx, anOrder, travelTo, clock }) => {
    const agent = as('agent');
    const { id: callId } = await as('agent').do(ringDemoCall, {});
    await refused(agent.do(sendHandout, { code: insurance, callId }), 'telephony.no-such-call');
    await agent.do(answerCall, { callId });
    await refused(agent.do(sendHandout, { code: insurance }), 'handouts.whom');
    await refused(agent.do(sendHandout, { code: staffOnly, callId }), 'knowledge.staff-only');
    await refused(
      as('dispatcher').do(sendHandout, { code: insurance, callId }),
      'identity.not-permitted',
    );
    await agent.do(sendHandout, { code: insurance, callId });
    await refused(agent.do(sendHandout, { code: insurance, callId }), 'handouts.sent-already');

    const token = tokenIn(await lastWords({ ctx }));
    const open = (given: string) => as('village-worker').do(openHandout, { token: given });
    await refused(open(token.slice(0, -4).padEnd(token.length, 'A')), 'handouts.no-such-link');
    await refused(open('x'.repeat(43)), 'handouts.no-such-link');
    expect((await agent.do(ofCall, { callId })).rows).toMatchObject([{ openedAt: null, opens: 0 }]);
    const openedAt = clock.now().toISOString();
    const page = await open(token);
    expect(page).toMatchObject({ state: 'valid', isExample: true, validUntil: '2027-12-31' });
    expect(page.forms).toMatchObject([{ path: `/api/public/answers/${insurance}/forms/1` }]);
    await travelTo(new Date(clock.now().getTime() + 60_000));
    await open(token);

    const types = (await historyOf(ctx, { kind: 'call', id: callId })).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('handouts.'))).toEqual([
      'handouts.sent',
      'handouts.opened',
    ]);
    const order = await anOrder.toDispatch();
    await sql`update orders.order set call_id = ${callId} where id = ${order.id}`.execute(ctx.tx);
    const shown = await as('call-back-agent').do(ofOrder, { orderId: order.id });
    expect(shown).toMatchObject({ can: { send: false }, rows: [{ openedAt, opens: 2 }] });
    // What went out in the call counts for its order.
    await refused(
      agent.do(sendHandout, { code: insurance, orderId: order.id }),
      'handouts.sent-already',
    );
    await agent.do(endCall, { callId });
  }),
);

test(
  'whoever is on the line gets it at night as well; once the receiver is down it waits for the morning',
  inCity(async ({ as, ctx, travelTo }) => {
    await travelTo(new Date('2026-03-02T15:30:00Z'));
    const agent = as('agent');
    const { id: callId } = await as('agent').do(ringDemoCall, {});
    await agent.do(answerCall, { callId });
    await agent.do(sendHandout, { code: insurance, callId });
    await agent.do(endCall, { callId });
    await agent.do(sendHandout, { code: water, callId });
    const { rows } = await sql<{ held: string | null }>`
      select held_for as held from notices.message
      where template = 'handout-sent'
      order by id`.execute(ctx.tx);
    expect(rows.map(({ held }) => held)).toEqual([null, 'quiet']);
  }),
);

test(
  'of an order: to its requester, five a day at most, nobody without a number; a unit reads none of it',
  inCity(async ({ as, ctx, anOrder }) => {
    const agent = as('agent');
    const { id: orderId } = await anOrder.toDispatch();
    const codes = ['ZZ-0101-01', 'ZZ-0101-02', 'ZZ-0201-01', 'ZZ-0201-02', water];
    for (const code of codes) await agent.do(sendHandout, { code, orderId });
    await refused(agent.do(sendHandout, { code: insurance, orderId }), 'handouts.too-many');
    expect((await agent.do(ofOrder, { orderId })).rows.map(({ code }) => code)).toEqual(
      codes.toReversed(),
    );
    const types = (await historyOf(ctx, { kind: 'order', id: orderId })).map(({ type }) => type);
    expect(types.filter((type) => type === 'handouts.sent')).toHaveLength(5);
    await refused(
      agent.do(sendHandout, { code: 'ZZ-9999-99', orderId: (await anOrder.toDispatch()).id }),
      'knowledge.no-such-entry',
    );

    const { orderId: sent } = await anOrder.inProgress();
    await agent.do(sendHandout, { code: water, orderId: sent });
    const unit = { unitCode: '350600.zjj', unitPath: '350600/350600.zjj' };
    expect(await as('liaison', unit).do(ofOrder, { orderId: sent })).toMatchObject({
      rows: [],
      can: { send: false },
    });

    const silent = await anOrder.toDispatch();
    await sql`
      update requesters.requester set phone_enc = null, phone_index = null
      where order_id = ${silent.id}`.execute(ctx.tx);
    await refused(agent.do(sendHandout, { code: water, orderId: silent.id }), 'handouts.no-number');
  }),
);

test(
  'an answer that expired or is no longer public says so and shows nothing; a link is over after thirty days',
  inCity(async ({ as, ctx, anOrder, travelTo }) => {
    const agent = as('agent');
    const open = (token: string) => as('village-worker').do(openHandout, { token });
    const { id: orderId } = await anOrder.toDispatch();
    await agent.do(sendHandout, { code: water, orderId });
    const token = tokenIn(await lastWords({ ctx }));
    const now = (set: string) =>
      sql`update handouts.handout set entry_code = ${set} where order_id = ${orderId}`.execute(
        ctx.tx,
      );
    await now(insurance);
    expect((await open(token)).state).toBe('changed');
    await now(staffOnly);
    expect(await open(token)).toMatchObject({ state: 'withdrawn', answer: '', forms: [] });
    await now('ZZ-9999-99');
    expect(await open(token)).toMatchObject({ state: 'withdrawn', answer: '' });
    await now(water);
    await sql`update handouts.handout set expires_at = '2029-01-01'`.execute(ctx.tx);
    await travelTo(new Date('2028-01-02T00:00:00Z'));
    expect(await open(token)).toMatchObject({
      state: 'expired',
      answer: '',
      validUntil: '2027-12-31',
    });
    await refused(agent.do(sendHandout, { code: water, orderId }), 'knowledge.expired');
    await travelTo(new Date('2029-01-01T00:00:00Z'));
    await refused(open(token), 'handouts.link-over');
  }),
);

test(
  'whoever is erased is gone from the messages of the call as well',
  inCity(async ({ as, ctx, anOrder, drain }) => {
    const agent = as('agent');
    const { id: callId } = await as('agent').do(ringDemoCall, {});
    await agent.do(answerCall, { callId });
    await agent.do(sendHandout, { code: water, callId });
    const order = await anOrder.toDispatch();
    await sql`update orders.order set call_id = ${callId} where id = ${order.id}`.execute(ctx.tx);
    expect(await lastWords({ ctx })).not.toBe('');
    await as('director').do(erasePerson, { orderId: order.id, reason: '本人要求删除' });
    await drain();
    expect(await lastWords({ ctx })).toBe('');
    expect((await as('agent').do(ofOrder, { orderId: order.id })).rows).toHaveLength(1);
  }),
);

test(
  'a form of a public answer is a sheet to fill in; of another there is none',
  inCity(async ({ as }) => {
    const anybody = as('village-worker');
    const form = await anybody.do(formOfEntry, { code: insurance, no: 1 });
    const words = blocksOf(form).map((block) => block.words);
    expect(words[0]).toBe(form.title);
    for (const label of [...form.fields, ...form.bring])
      expect(
        words.some((line) => line.includes(label)),
        label,
      ).toBe(true);
    const ask = (code: string, no: number) => anybody.do(formOfEntry, { code, no });
    await refused(ask(insurance, 2), 'handouts.no-such-form');
    await refused(ask(staffOnly, 1), 'knowledge.staff-only');
  }),
);
