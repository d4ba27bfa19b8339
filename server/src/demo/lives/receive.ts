import { createOrder } from '../../modules/intake/create-order.ts';
import { sendAppeal } from '../../modules/intake/send-appeal.ts';
import { acceptWaiting } from '../../modules/intake/waiting.ts';
import * as issues from '../../modules/issues/index.ts';
import * as orders from '../../modules/orders/index.ts';
import { endCall, hear, hearAll } from '../../modules/telephony/index.ts';
import { anonymous } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { filledFields } from '../filled-fields.ts';
import { inventedPerson } from '../invented.ts';
import { pointNear } from '../point-near.ts';
import { type Life, type Scene, soon } from './scene.ts';

export interface Told {
  orderId: string;
  /** As it stood when it was written down or accepted. */
  order: orders.Order;
  /** Only a citizen who wrote by web keeps it here; a caller has it by SMS. */
  key: { orderNo: string; code: string } | null;
}

/** 受理: by telephone, over the counter or by web. Null when the words still wait for an agent. */
export async function* receive(scene: Scene): Life<Told | null> {
  const { part, memory } = scene;
  yield part.at;
  const told = part.channel === 'web' ? await byWeb(scene) : yield* byAgent(scene);
  const { order } = told;
  const known = { orderId: order.id, issueId: order.issue_id };
  memory.set(part.seed, known);
  if (part.group && !memory.has(part.group)) memory.set(part.group, known);
  if (order.status !== 'to-accept') return told;
  if (part.stops === 'to-accept') return null;
  return yield* accepted(scene, told);
}

async function* byAgent(scene: Scene): Life<Told> {
  const { part, chance, world, staff } = scene;
  const agent = await staff.centre(
    chance.one(['agent', 'agent', 'agent-outsourced', 'shift-lead']),
  );
  if (part.channel === 'visit') {
    yield soon(scene, [4, 12], 'always');
    return world.do(agent, (ctx, callId: null) => write(ctx, scene, callId), null);
  }
  const callId = await world.do(agent, ringAndAnswer, part);
  yield soon(scene, [2, 7], 'always');
  return world.do(agent, (ctx, id: string) => write(ctx, scene, id), callId);
}

async function ringAndAnswer(ctx: Context, { person }: Scene['part']): Promise<string> {
  const callId = ctx.newId();
  const { phone } = inventedPerson(person);
  const { sim } = ctx.ports.telephones;
  await hearAll(ctx, sim.begin({ callId, at: ctx.now, number: phone, dialledLine: '12345' }));
  const agentId = ctx.actor.accountId ?? '';
  await hear(ctx, { type: 'answered', callId, at: ctx.now, agentId });
  return callId;
}

async function write(ctx: Context, scene: Scene, callId: string | null): Promise<Told> {
  const { part, memory } = scene;
  const { orderId } = await createOrder(ctx, {
    ...(await wordsOf(ctx, scene)),
    ...outcomeOf(scene),
    requester: requesterOf(scene),
    callId: callId ?? undefined,
    anonymous: part.who === 'anonymous',
    secrecy: part.secrecy,
    needsReply: part.who !== 'anonymous',
    needsCallBack: part.who !== 'anonymous',
    repeatOf: part.repeats ? memory.get(part.repeats)?.orderId : undefined,
  });
  if (callId) await endCall(ctx, { callId });
  return { orderId, order: await orderBy(ctx, orderId), key: null };
}

async function orderBy(ctx: Context, orderId: string): Promise<orders.Order> {
  const order = await orders.find(ctx, orderId);
  if (!order) throw new Error(`Order ${orderId} is gone.`);
  return order;
}

async function wordsOf(ctx: Context, { part, chance }: Scene) {
  const { matter: matterCode, place, say } = part;
  const about = {
    matterCode,
    chance,
    address: place.address,
    say,
    at: ctx.now,
    given: { ...part.fields },
  };
  return {
    title: part.title ?? undefined,
    content: say,
    demand: part.want || undefined,
    type: part.type,
    matterCode,
    areaCode: place.areaCode,
    address: place.address,
    point: await pointNear(ctx, place.areaCode, chance),
    fields: await filledFields(ctx, about),
    fileIds: [],
  };
}

function requesterOf({ part }: Scene) {
  const { name, phone } = inventedPerson(part.person);
  const isCompany = part.who === 'company';
  return {
    name: part.who === 'anonymous' ? undefined : name,
    phone,
    kind: isCompany ? ('company' as const) : ('person' as const),
    companyName: isCompany ? '示例企业(虚构)' : undefined,
    isSelf: true,
    tags: [],
  };
}

function outcomeOf({ part: { outcome } }: Scene) {
  switch (outcome.result) {
    case 'dispatch':
      return { result: outcome.result };
    case 'answer':
      return { result: outcome.result, answer: outcome.answer };
    case 'dispose':
      return {
        result: outcome.result,
        dispositionCode: outcome.code,
        dispositionReason: outcome.reason,
      };
    case 'transfer':
      return { result: outcome.result, transferTo: outcome.to };
    default:
      return outcome satisfies never;
  }
}

async function byWeb({ part, world, chance }: Scene): Promise<Told> {
  const { name, phone } = inventedPerson(part.person);
  return world.do(
    anonymous,
    async (ctx, { areaCode, address }) => {
      const { orderNo, queryCode } = await sendAppeal(ctx, {
        content: `${part.say}${part.want}`,
        areaCode,
        address,
        point: await pointNear(ctx, areaCode, chance),
        name,
        phone,
        wantsSecrecy: part.secrecy === 1,
        noticeRead: true,
        uploads: [],
      });
      const order = await orders.findByNo(ctx, orderNo);
      if (!order) throw new Error(`Order ${orderNo} is gone.`);
      return { orderId: order.id, order, key: { orderNo, code: queryCode } };
    },
    part.place,
  );
}

/** What came by web is read by a person and put right; an emergency may have gone by rule meanwhile. */
async function* accepted(scene: Scene, told: Told): Life<Told> {
  const { part, world, staff } = scene;
  yield soon(scene, [6, 50], 'always');
  const order = await world.do(
    await staff.centre('agent'),
    async (ctx, orderId) => {
      if ((await orderBy(ctx, orderId)).status === 'to-accept') {
        const { fields, title, areaCode, matterCode, type } = await wordsOf(ctx, scene);
        const words = { fields, title, areaCode, matterCode, type, secrecy: part.secrecy };
        await acceptWaiting(ctx, { orderId, ...outcomeOf(scene), ...words });
      }
      return orderBy(ctx, orderId);
    },
    told.orderId,
  );
  return { ...told, order };
}

/** 关联事项: a later voice about the same thing joins the first. */
export async function joinGroup(scene: Scene, orderId: string): Promise<void> {
  const { part, world, staff, memory } = scene;
  const first = part.group ? memory.get(part.group) : undefined;
  if (!first || first.orderId === orderId) return;
  const link = { issueId: first.issueId, orderId, reason: '与在办诉求反映的是同一处同一件事。' };
  await world.do(await staff.centre('dispatcher'), issues.linkOrder, link);
}
