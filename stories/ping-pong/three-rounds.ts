import { dispatch, disputes, handling, meetings, orders } from '@minsheng/contract';
import type { Person } from '../kit/person.ts';
import { countyUnit, housingUnit, labourUnit, ruling, type Scene, toldBy } from './scene.ts';

/** Sent to one, returned to the next, and to the next; a conference ends it. */
export async function threeRounds(scene: Scene): Promise<string> {
  scene.checks.chapter('Three units, three rounds');
  const orderId = await toldBy(scene, 'first');
  await scene.dispatcher.call(dispatch.send, { orderId, lead: labourUnit });
  await roundOne(scene, orderId);
  await roundTwo(scene, orderId);
  await roundThree(scene, orderId);
  return orderId;
}

const pageOf = ({ director }: Scene, orderId: string) =>
  director.call(orders.orderPage, { orderId });

async function leadOf(scene: Scene, orderId: string) {
  const { assignments } = await pageOf(scene, orderId);
  const lead = assignments.find(
    ({ role, state }) => role === 'lead' && state !== 'returned' && state !== 'revoked',
  );
  if (!lead) throw new Error('The order has no lead.');
  return { unit: lead.unit.code, key: { orderId, assignmentId: lead.id } };
}

const returning = (properUnit: string) =>
  ({
    reason: 'not-our-duty',
    basis: '三定规定(示例):不在本单位职责范围',
    words: '经核对职责,这件事应由别的单位牵头办理。',
    properUnit,
  }) as const;

async function roundOne(scene: Scene, orderId: string): Promise<void> {
  const { checks, clock, labour, dispatcher, reviewer } = scene;
  await clock.advance(40);
  const { key } = await leadOf(scene, orderId);
  const { properUnit: _, ...nobody } = returning(housingUnit);
  const unnamed = await labour.refusal(disputes.askReturn, { ...key, ...nobody });
  checks.same('a return must name the proper unit', unnamed, 'disputes.proper-unit');
  await labour.call(disputes.askReturn, { ...key, ...returning(housingUnit) });
  const page = await pageOf(scene, orderId);
  checks.same('the order is in dispute', page.status, 'in-dispute');
  checks.same(
    'and its first receiver still leads',
    (await leadOf(scene, orderId)).unit,
    labourUnit,
  );
  const spoken = await labour.refusal(handling.contact, { ...key, reached: true, note: '' });
  checks.same('who goes on speaking with the citizen', spoken, null);
  const submitted = await labour.refusal(handling.askInfo, { ...key, question: '请问哪家公司?' });
  checks.same('but starts nothing else', submitted, 'orders.stale');
  const side = await dispatcher.refusal(dispatch.reassign, {
    orderId,
    lead: housingUnit,
    reason: '直接改派',
  });
  checks.same('nobody changes the lead beside the ruling', side, 'disputes.open');
  await clock.advance(30);
  const first = { orderId, upheld: true, lead: housingUnit, ...ruling };
  const wrong = await reviewer.refusal(disputes.ruleOnReturn, first);
  checks.same('the first round is the dispatcher’s', wrong, 'disputes.not-your-round');
  await dispatcher.call(disputes.ruleOnReturn, first);
  checks.same('upheld: the other unit leads', (await leadOf(scene, orderId)).unit, housingUnit);
  const gone = await labour.refusal(orders.orderPage, { orderId });
  checks.same('the first one has nothing to do with it any more', gone, 'orders.no-such-order');
}

async function roundTwo(scene: Scene, orderId: string): Promise<void> {
  const { checks, clock, housing, housingLeader, dispatcher, reviewer } = scene;
  await clock.advance(50);
  const { key } = await leadOf(scene, orderId);
  const drafted = await housing.call(disputes.askReturn, { ...key, ...returning(countyUnit) });
  checks.same('a desk’s request waits for its leader', drafted.state, 'to-sign');
  checks.same(
    'until then nothing is disputed',
    (await pageOf(scene, orderId)).status,
    'in-progress',
  );
  await clock.advance(25);
  await housingLeader.call(disputes.signReturn, { ...key, agreed: true });
  await clock.advance(30);
  const second = { orderId, upheld: true, lead: countyUnit, ...ruling };
  checks.same(
    'the second round is not the dispatcher’s',
    await dispatcher.refusal(disputes.ruleOnReturn, second),
    'disputes.not-your-round',
  );
  checks.same(
    'and hears both sides',
    await reviewer.refusal(disputes.ruleOnReturn, { ...second, heard: [housingUnit] }),
    'disputes.hear-both',
  );
  await reviewer.call(disputes.ruleOnReturn, { ...second, heard: [housingUnit, countyUnit] });
  const { isProblem } = await dispatcher.call(disputes.readDispute, { orderId });
  checks.that('the third unit makes it a problem for the government above', isProblem);
}

async function roundThree(scene: Scene, orderId: string): Promise<void> {
  const { checks, clock, county, director } = scene;
  await clock.advance(45);
  const { key } = await leadOf(scene, orderId);
  await county.call(disputes.askReturn, { ...key, ...returning(labourUnit) });
  await clock.advance(60);
  const third = { orderId, upheld: false, ...ruling };
  checks.same(
    'the third round is ruled after a meeting',
    await director.refusal(disputes.ruleOnReturn, { ...third, heard: everybody }),
    'disputes.meeting-needed',
  );
  const meetingId = await conference(scene, orderId);
  await director.call(disputes.ruleOnReturn, { ...third, meetingId });
  const { returns } = await director.call(disputes.readDispute, { orderId });
  checks.same('and names it', returns.at(-1)?.meetingId, meetingId);
  checks.same('the county leads', (await leadOf(scene, orderId)).unit, countyUnit);
  checks.same('for good', await asksAgain(county, key), 'disputes.lead-fixed');
}

const asksAgain = (who: Person, key: { orderId: string; assignmentId: string }) =>
  who.refusal(disputes.askReturn, { ...key, ...returning(labourUnit) });

const everybody = [labourUnit, housingUnit, countyUnit];

/** 会商: planned by the reviewer, the units told, who came written down. */
async function conference(scene: Scene, orderId: string): Promise<string> {
  const { checks, clock, reviewer, director, housing } = scene;
  const inAnHour = (await clock.now()).getTime() + 60 * 60_000;
  const startsAt = new Date(inAnHour).toISOString();
  const planned = await reviewer.call(disputes.planConference, {
    orderId,
    place: '热线中心会商室',
    startsAt,
    units: [],
  });
  const { meetingId } = planned;
  const meeting = await reviewer.call(meetings.readMeeting, { meetingId });
  checks.same(
    'all that led or may lead are invited',
    meeting.attendance.map(({ unit }) => unit.code).toSorted(),
    everybody.toSorted(),
  );
  await housing.call(meetings.sayWhoComes, { meetingId, who: '建筑市场科科长' });
  const third = { orderId, upheld: false, ...ruling, meetingId };
  checks.same(
    'nobody is heard before it is held',
    await director.refusal(disputes.ruleOnReturn, third),
    'disputes.meeting-not-held',
  );
  await clock.advance(75);
  const came = (unit: string) => ({ unit, came: 'came' as const, who: '分管科长', reason: '' });
  const attendance = everybody.map(came);
  await reviewer.call(meetings.holdMeeting, { meetingId, attendance });
  return meetingId;
}
