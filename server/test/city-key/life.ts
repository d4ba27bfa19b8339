import {
  callBack,
  desk,
  dispatch,
  identity,
  intake,
  orders,
  type RequestOf,
  type Route,
  supervision,
} from '@minsheng/contract';
import { supervisionBoxes } from '@minsheng/contract/supervision.ts';
import { desks } from '@minsheng/contract/words/desks.ts';
import { z } from 'zod';
import { photo } from '../../../stories/kit/photo.ts';
import { inventedPhoneOf } from '../../src/demo/invented.ts';
import { systemClock } from '../../src/platform/clock.ts';
import type { TestServer } from '../../src/platform/testing/test-server.ts';
import { Refused } from '../kit.ts';
import { bringTo, closedOrder } from '../permissions/bring-to.ts';
import { doingIn, stages, type TestOrder } from '../permissions/objects.ts';
import { makePeople, type TestPerson, testPassword } from '../permissions/people.ts';

/**
 * 主干: orders at every stage of their way, one of them begun and sent over HTTP as a desk does it; every list, counter, page
 * and search, by every role; what follows of it in jobs, the same day and when limits run out.
 */
export async function liveSpine(server: TestServer): Promise<void> {
  const people = await makePeople(server.runtime);
  const doing = doingIn(server.runtime, () => upload(server.url), people);
  const made: TestOrder[] = [];
  for (const stage of stages) made.push(await bringTo(doing, 'own', stage));
  made.push(await closedOrder(doing));
  await server.advance(60);
  await fromTheDesk(server, people);
  const [first, ...others] = people.values();
  if (first) await lookedAt(server, first, made);
  for (const person of others) await lookedAt(server, person, made.slice(-1));
  await server.advance(3 * 24 * 60);
}

async function fromTheDesk(
  server: TestServer,
  people: ReadonlyMap<string, TestPerson>,
): Promise<void> {
  const who = { login: 'permissions-agent', password: testPassword };
  const { token } = await server.call(identity.signIn, who);
  const { orderId } = await server.call(
    intake.createOrder,
    {
      matterCode: '150204',
      areaCode: '350602001000',
      fields: { name_topic: 'plate' },
      type: 'QZ',
      content: '请问示例路的门牌怎么申请换新?原来的牌子被台风吹掉了。',
      address: '示例路1号',
      requester: { name: '测试诉求人', phone: inventedPhoneOf('city key') },
      result: 'dispatch',
    },
    { token, idempotencyKey: 'city-key-create' },
  );
  const dispatcher = { token: people.get('dispatcher')?.token ?? '' };
  const wishes = { ...dispatcher, idempotencyKey: 'city-key-send' };
  await server.call(dispatch.send, { orderId, lead: '350600.zjj' }, wishes);
  await server.call(identity.signOut, {}, { token });
}

const searches: readonly RequestOf<typeof orders.searchOrders>[] = [
  {},
  { q: '换届' },
  { q: '无此词' },
  { status: 'to-dispatch' },
  { overdue: 'yes' },
  { unit: '350626.rsj' },
  { matter: '02' },
  { area: '350626' },
  { closedOn: '2026-03-02' },
  { overrideSince: '2026-03-01' },
];

async function lookedAt(
  server: TestServer,
  { token }: TestPerson,
  made: readonly TestOrder[],
): Promise<void> {
  const ask = async <R extends Route>(route: R, input: RequestOf<R>): Promise<void> => {
    try {
      await server.call(route, input, { token });
    } catch (error) {
      // What is refused has been asked for as well.
      if (!(error instanceof Refused) || error.status >= 500) throw error;
    }
  };
  await ask(identity.me, {});
  await ask(desk.counters, {});
  for (const one of desks) {
    await ask(desk.deskOrders, { desk: one });
    await ask(desk.deskAssignments, { desk: one });
  }
  await ask(desk.dutiesToName, {});
  for (const search of [...searches, { q: made[0]?.orderNo }, { issue: made[0]?.issueId }])
    await ask(orders.searchOrders, search);
  for (const box of supervisionBoxes) await ask(supervision.listSupervisions, { box });
  for (const { orderId } of made) {
    await ask(orders.orderPage, { orderId });
    await ask(orders.timeline, { orderId });
    await ask(orders.clocks, { orderId });
    await ask(callBack.callBackSheet, { orderId });
  }
}

const uploaded = z.object({ id: z.string(), key: z.string() });

async function upload(url: string): Promise<{ id: string; key: string }> {
  const picture = photo({ takenAt: systemClock.now(), at: { lng: 117.6, lat: 24.5 } });
  const form = new FormData();
  form.set('purpose', 'appeal');
  form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'appeal.jpg');
  const answer = await fetch(`${url}/api/public/files`, { method: 'POST', body: form });
  return uploaded.parse(await answer.json());
}
