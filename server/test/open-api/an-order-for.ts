import { inventedPhoneOf } from '../../src/demo/invented.ts';
import { dispatchOrder, ofOrder } from '../../src/modules/dispatch/index.ts';
import { receiveAppeal } from '../../src/modules/intake/index.ts';
import * as orders from '../../src/modules/orders/index.ts';
import { systemActor } from '../../src/platform/actor.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { transact } from '../../src/platform/transact.ts';

export interface DutyKey {
  readonly orderId: string;
  readonly assignmentId: string;
}

/** A broken street lamp, sent to this unit on a running server. */
export async function anOrderFor(
  { runtime }: TestServer,
  lead: string,
  assists: string[] = [],
): Promise<DutyKey> {
  const { order } = await transact(runtime, systemActor, (ctx) =>
    receiveAppeal(ctx, {
      status: 'to-dispatch',
      channel: 'phone',
      type: 'QZ',
      matterCode: '010105',
      areaCode: '350602001000',
      urgency: 'U3',
      secrecy: 0,
      anonymous: false,
      content: '路口的路灯坏了三天,晚上很暗。',
      address: '胜利路口',
      requester: { kind: 'person', isSelf: true, tags: [], phone: inventedPhoneOf('an order') },
      fileIds: [],
    }),
  );
  return transact(runtime, systemActor, async (ctx) => {
    const to = { lead, assists, linkage: [], copies: [], note: '' };
    await dispatchOrder(ctx, await orders.lock(ctx, order.id), to);
    const duties = await ofOrder(ctx, order.id);
    return { orderId: order.id, assignmentId: duties[0]?.id ?? '' };
  });
}
