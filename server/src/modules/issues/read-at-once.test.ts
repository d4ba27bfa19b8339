import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testServer } from '../../../test/kit.ts';
import { proposalsOfOrder } from '../../../test/use-cases.ts';
import { inventedPhoneOf } from '../../demo/invented.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { actorAs } from '../../platform/testing/actors.ts';
import { transact } from '../../platform/transact.ts';
import { receiveAppeal } from '../intake/index.ts';
import { readOrder } from './read-order.ts';

let server: Awaited<ReturnType<typeof testServer>>;
beforeAll(async () => {
  server = await testServer();
}, 180_000);
afterAll(() => server?.stop());

const inTransaction = <Reply>(work: (ctx: Context) => Promise<Reply>, actor = systemActor) =>
  transact(server.runtime, actor, work);

/** The news of it is not delivered: no worker runs here, so that only the test reads it. */
const told = (seed: string, content: string): Promise<string> =>
  inTransaction(async (ctx) => {
    const { order } = await receiveAppeal(ctx, {
      ...{ status: 'to-dispatch', channel: 'phone', type: 'QZ', urgency: 'U3' },
      ...{ matterCode: '010102', areaCode: '350602001000', address: '胜利路' },
      ...{ content, secrecy: 0, anonymous: false, fileIds: [] },
      requester: { kind: 'person', isSelf: true, tags: [], phone: inventedPhoneOf(seed) },
    });
    return order.id;
  });

test('of two orders read at the same moment one finds the other', async () => {
  const first = await told('at once one', '胜利路口的井盖不见了,昨晚有人差点掉下去。');
  const second = await told('at once two', '胜利路上少了一个井盖,很危险。');
  const isRead = Promise.withResolvers<void>();
  const mayEnd = Promise.withResolvers<void>();
  const one = inTransaction(async (ctx) => {
    await readOrder(ctx, first);
    isRead.resolve();
    await mayEnd.promise;
  });
  await isRead.promise;
  const other = inTransaction((ctx) => readOrder(ctx, second));
  // Long enough for it to be over, if it did not wait for its turn.
  await pause(500);
  mayEnd.resolve();
  await Promise.all([one, other]);
  const { rows } = await inTransaction(
    (ctx) => proposalsOfOrder(ctx, { orderId: second }),
    actorAs('dispatcher', server.clock.now()),
  );
  expect(rows).toHaveLength(1);
});
