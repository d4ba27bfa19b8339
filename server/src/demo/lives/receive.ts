import { createOrder } from '../../modules/intake/create-order.ts';
import { sendAppeal } from '../../modules/intake/send-appeal.ts';
import { acceptWaiting } from '../../modules/intake/waiting.ts';
import * as issues from '../../modules/issues/index.ts';
import * as orders from '../../modules/orders/index.ts';
import { answerCall, endCall, hearAll } from '../../modules/telephony/index.ts';
import { type Actor, anonymous, systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { inventedPerson } from '../../platform/testing/invented.ts';
import { filledFields } from '../filled-fields.ts';
import { pointNear } from '../point-near.ts';
import { type Life, type Scene, soon } from './scene.ts';

export interface Told {
  orderId: string;
  /** Only a citizen who wrote by web keeps it here; a caller has it by SMS. */
  key: { orderNo: string; code: string } | null;
}

/** 受理: by telephone, over the counter or by web. Null when the words still wait for an agent. */
export async function* receive(scene: Scene): Life<Told | null> {
  const { part, world, memory } = scene;
  yield part.at;
  const told = part.channel === 'web' ? yield* byWeb(scene) : yield* byAgent(scene);
  const order = await world.do(systemActor, orders.find, told.orderId);
  if (!order) throw new Error(`Order ${told.orderId} is gone.`);
  memory.set(part.seed, { orderId: order.id, issueId: order.issue_id });
  if (part.group && !memory.has(part.group))
    memory.set(part.group, { orderId: order.id, issueId: order.issue_id });
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
    return write(scene, agent, null);
  }
  const callId = await world.do(systemActor, ring, part);
  yield soon(scene, [0, 0], 'always');
  await world.do(agent, answerCall, { callId });
  yield soon(scene, [2, 7], 'always');
  const told = await write(scene, agent, callId);
  await world.do(agent, endCall, { callId });
  return told;
}

async function ring(ctx: Context, { person }: Scene['part']): Promise<string> {
  const callId = ctx.newId();
  const { phone } = inventedPerson(person);
  const { sim } = ctx.ports.telephones;
  await hearAll(ctx, sim.begin({ callId, at: ctx.now, number: phone, dialledLine: '12345' }));
  return callId;
}

async function write(scene: Scene, agent: Actor, callId: string | null): Promise<Told> {
  const { part, world, memory } = scene;
  const repeated = part.repeats ? memory.get(part.repeats) : undefined;
  const { orderId } = await world.do(
    agent,
    async (ctx, _) =>
      createOrder(ctx, {
        ...(await wordsOf(ctx, scene)),
        ...outcomeOf(scene),
        requester: requesterOf(scene),
        callId: callId ?? undefined,
        anonymous: part.who === 'anonymous',
        secrecy: part.secrecy,
        needsReply: part.who !== 'anonymous',
        needsCallBack: part.who !== 'anonymous',
        repeatOf: repeated?.orderId,
      }),
    null,
  );
  return { orderId, key: null };
}

async function wordsOf(ctx: Context, { part, chance }: Scene) {
  const { matter: matterCode, place, say } = part;
  const about = { matterCode, chance, address: place.address, say, at: ctx.now };
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

// biome-ignore lint/correctness/useYield: beside `byAgent`, which waits.
async function* byWeb(scene: Scene): Life<Told> {
  const { part, world } = scene;
  const { name, phone } = inventedPerson(part.person);
  const { orderId, ...key } = await world.do(
    anonymous,
    async (ctx, _) => {
      const sent = await sendAppeal(ctx, {
        content: `${part.say}${part.want}`,
        areaCode: part.place.areaCode,
        address: part.place.address,
        point: await pointNear(ctx, part.place.areaCode, scene.chance),
        name,
        phone,
        wantsSecrecy: part.secrecy === 1,
        noticeRead: true,
        uploads: [],
      });
      const order = await orders.findByNo(ctx, sent.orderNo);
      if (!order) throw new Error(`Order ${sent.orderNo} is gone.`);
      return { orderId: order.id, orderNo: sent.orderNo, code: sent.queryCode };
    },
    null,
  );
  return { orderId, key };
}

/** What came by web is read by a person and put right; an emergency may have gone by rule meanwhile. */
async function* accepted(scene: Scene, told: Told): Life<Told> {
  const { part, world, staff } = scene;
  yield soon(scene, [6, 50], 'always');
  const order = await world.do(systemActor, orders.find, told.orderId);
  if (order?.status !== 'to-accept') return told;
  const agent = await staff.centre('agent');
  await world.do(
    agent,
    async (ctx, _) => {
      const { fields, title, areaCode, matterCode, type } = await wordsOf(ctx, scene);
      return acceptWaiting(ctx, {
        orderId: told.orderId,
        ...outcomeOf(scene),
        type,
        matterCode,
        areaCode,
        title: title?.slice(0, 60),
        fields,
        secrecy: part.secrecy,
      });
    },
    null,
  );
  return told;
}

/** 关联事项: a later voice about the same thing joins the first. */
export async function joinGroup(scene: Scene, orderId: string): Promise<void> {
  const { part, world, staff, memory } = scene;
  const first = part.group ? memory.get(part.group) : undefined;
  if (!first || first.orderId === orderId) return;
  const link = { issueId: first.issueId, orderId, reason: '与在办诉求反映的是同一处同一件事。' };
  await world.do(await staff.centre('dispatcher'), issues.linkOrder, link);
}
