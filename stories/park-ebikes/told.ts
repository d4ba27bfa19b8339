import { appeals, desk, dispatch, intake } from '@minsheng/contract';
import {
  citizenOf,
  fieldsOf,
  housingUnit,
  matterCode,
  type Park,
  pageOf,
  type Scene,
  wordsOf,
} from './scene.ts';

export interface Told {
  readonly orderId: string;
  readonly orderNo: string;
  readonly code: string;
}

/** By the citizen page; an agent accepts it and puts matter, place and fields right. */
export async function tellByPage(scene: Scene, park: Park, seed: string): Promise<Told> {
  const { agent, citizen } = scene;
  const sender = citizenOf(seed);
  const sent = await citizen.call(appeals.sendAppeal, {
    content: wordsOf(park),
    areaCode: park.areaCode,
    address: park.name,
    point: park.at,
    name: sender.name,
    phone: sender.phone,
    noticeRead: true,
  });
  const { rows } = await agent.call(desk.deskOrders, { desk: 'to-accept' });
  const row = rows.find(({ orderNo }) => orderNo === sent.orderNo);
  if (!row) throw new Error('The appeal is on no desk.');
  await agent.call(intake.takeWaiting, { orderId: row.id });
  await agent.call(intake.acceptWaiting, {
    orderId: row.id,
    type: 'TS',
    matterCode,
    areaCode: park.areaCode,
    address: park.name,
    fields: fieldsOf(park),
    result: 'dispatch',
  });
  return { orderId: row.id, orderNo: sent.orderNo, code: sent.queryCode };
}

/** T5: the district's housing bureau, because the city's own case says so. */
export async function sendByCatalogue(scene: Scene, orderId: string): Promise<string> {
  const { checks, dispatcher } = scene;
  const suggested = await dispatcher.call(dispatch.suggestion, { orderId });
  checks.same(
    'the catalogue names the housing bureau of Yizhou district, on the word of the city’s case',
    [suggested.lead?.code, suggested.because?.basisKind],
    [housingUnit, 'seed'],
  );
  const village = `${(await pageOf(scene, orderId)).areaCode}`;
  const guarded = await dispatcher.refusal(dispatch.send, { orderId, lead: village });
  checks.same('a village is not given a bureau’s matter', guarded, 'dispatch.grassroots-guard');
  const sent = await dispatcher.call(dispatch.send, { orderId, lead: housingUnit });
  const lead = sent.assignments.find(({ role }) => role === 'lead');
  if (!lead) throw new Error('Nobody leads.');
  return lead.id;
}
