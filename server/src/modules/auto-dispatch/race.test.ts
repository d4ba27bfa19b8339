import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer } from '../../../test/kit.ts';
import { send } from '../../../test/use-cases.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { actorAs } from '../../platform/testing/actors.ts';
import { transact } from '../../platform/transact.ts';
import { ofOrder } from '../dispatch/index.ts';
import { receiveAppeal } from '../intake/index.ts';
import { setSwitch } from './change-settings.ts';
import { considerOrder } from './consider-order.ts';
import { isControl } from './control-share.ts';
import { manyJudged } from './example-history.ts';

let server: Awaited<ReturnType<typeof testServer>>;
beforeAll(async () => {
  server = await testServer();
}, 180_000);
afterAll(() => server?.stop());

const lamps = '010105';
const elsewhere = '350600.cgj';

const inTransaction = <Reply>(work: (ctx: Context) => Promise<Reply>, actor = systemActor) =>
  transact(server.runtime, actor, work);
const as = (role: 'director' | 'dispatcher') => actorAs(role, server.clock.now());

async function anOrder(): Promise<string> {
  for (;;) {
    const { order } = await inTransaction((ctx) =>
      receiveAppeal(ctx, {
        ...{ status: 'to-dispatch', channel: 'phone', type: 'QZ', urgency: 'U3' },
        ...{ matterCode: lamps, areaCode: '350602001000', address: '胜利路口' },
        ...{ content: '路口的路灯坏了三天,晚上很暗。', secrecy: 0, anonymous: false },
        ...{ requester: { kind: 'person', isSelf: true, tags: [] }, fileIds: [] },
      }),
    );
    if (!isControl(order.id)) return order.id;
  }
}

test('machine and dispatcher at the same order at once: exactly one of them sends it', {
  timeout: 120_000,
}, async () => {
  await inTransaction((ctx) => manyJudged(ctx, { matterCode: lamps, judged: 500, right: 500 }));
  await inTransaction(
    (ctx) => setSwitch(ctx, { isOn: true, reason: '试行自动派单' }),
    as('director'),
  );
  const winners: string[] = [];
  for (let no = 0; no < 6; no += 1) {
    const orderId = await anOrder();
    const units = { lead: elsewhere, assists: [], linkage: [], copies: [], note: '' };
    const machine = () => inTransaction((ctx) => considerOrder(ctx, orderId));
    const person = () => inTransaction((ctx) => send(ctx, { orderId, ...units }), as('dispatcher'));
    const first = no % 2 === 0 ? [machine, person] : [person, machine];
    const ended = await Promise.allSettled(first.map((go) => go()));
    const duties = await inTransaction((ctx) => ofOrder(ctx, orderId));
    const leads = duties.filter(({ role }) => role === 'lead');
    expect(leads).toHaveLength(1);
    const byPerson = leads[0]?.unit_code === elsewhere;
    // Whoever came too late was refused or had nothing to do.
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(byPerson ? 0 : 1);
    winners.push(byPerson ? 'person' : 'machine');
  }
  expect(winners).toHaveLength(6);
});
