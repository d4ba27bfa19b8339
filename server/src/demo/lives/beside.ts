import { supplementFor, urgeFor, withdrawFor } from '../../modules/intake/for-requester.ts';
import * as orders from '../../modules/orders/index.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Told } from './receive.ts';
import { type Life, type Scene, soon } from './scene.ts';

const supplements = [
  '补充:今天情况还是一样,希望快一点。',
  '补充:有照片和凭证,需要时可以提供。',
  '补充:晚上七点以后方便接电话。',
];

/** 催办、补充: what the requester does while others work. */
export async function* beside(scene: Scene, { orderId }: Told): Life {
  const { chance, world, staff } = scene;
  const agent = await staff.centre('agent');
  const statusNow = async () =>
    (await world.do(systemActor, orders.find, orderId))?.status ?? 'closed';
  const isOpen = async () => orders.isOpen(await statusNow());
  // Who is asked something answers that, and does so in `work.ts`.
  const isAsked = async () => (await statusNow()) === 'need-info';
  if (chance.of(0.1)) {
    yield soon(scene, [400, 2500], 'office');
    if (await isOpen()) await world.do(agent, urgeFor, { orderId, note: '诉求人来电催办。' });
  }
  if (chance.of(0.08)) {
    yield soon(scene, [60, 900], 'office');
    const content = chance.one(supplements);
    if ((await isOpen()) && !(await isAsked()))
      await world.do(agent, supplementFor, { orderId, content, fileIds: [] });
  }
}

/** T26 撤回: it has settled by itself. */
export async function* withdrawn(scene: Scene, orderId: string): Life {
  yield soon(scene, [30, 240], 'office');
  const { world, staff } = scene;
  const order = await world.do(systemActor, orders.find, orderId);
  // What endangers others stays an order.
  if (order?.urgency === 'U1') return;
  const wish = { orderId, reason: '问题已自行解决。' };
  await world.do(await staff.centre('agent'), withdrawFor, wish);
}
