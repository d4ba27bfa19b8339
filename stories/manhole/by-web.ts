import { appeals, desk, handling, insight, intake, orders } from '@minsheng/contract';
import { minutesBetween } from '../kit/clock.ts';
import {
  address,
  citizenOf,
  dutiesOf,
  pageOf,
  repairClock,
  type Scene,
  takePhoto,
  words,
} from './scene.ts';
import { checkOneInstant, shownOnBothDesks } from './sent-to-both.ts';
import { callsOfDutyByWeb } from './unsigned.ts';

/** Second night: by the citizen page, untaken for two minutes, repaired too late. */
export async function byWeb(scene: Scene): Promise<void> {
  const { checks, clock } = scene;
  checks.chapter('By the citizen page at night, taken by nobody, repaired too late');
  await clock.advanceToHour('22:20');
  const order = await sentByPage(scene);
  await acceptedByRule(scene, order);
  await checkedByPerson(scene, order.id);
  await callsOfDutyByWeb(scene, order.id);
  await repairedLate(scene, order.id);
  await onTodayPage(scene);
}

interface WebOrder {
  id: string;
  orderNo: string;
  code: string;
}

async function sentByPage(scene: Scene): Promise<WebOrder> {
  const { checks, citizen, agent, areaCode } = scene;
  const stream = await agent.listen('alarm:u1', 'desk:to-accept');
  const alarmed = stream.next((topic) => topic === 'alarm:u1', 5000);
  const sender = citizenOf('web');
  const sent = await citizen.call(appeals.sendAppeal, {
    content: words,
    areaCode,
    address,
    name: sender.name,
    phone: sender.phone,
    noticeRead: true,
  });
  checks.that('words and hour make it an emergency', sent.isEmergency);
  const ms = await alarmed;
  checks.that(`the agents’ desk is alarmed at once (${Math.round(ms ?? -1)} ms)`, ms !== null);
  await stream.close();
  const { rows } = await agent.call(desk.deskOrders, { desk: 'to-accept' });
  const row = rows.find(({ orderNo }) => orderNo === sent.orderNo);
  checks.same('it waits for an agent', row?.status, 'to-accept');
  if (!row) throw new Error('The appeal is on no desk.');
  return { id: row.id, orderNo: sent.orderNo, code: sent.queryCode };
}

/** 规则受理: two virtual minutes. */
async function acceptedByRule(scene: Scene, order: WebOrder): Promise<void> {
  const { checks, clock } = scene;
  await clock.advance(1.9);
  checks.same(
    'before two minutes it still waits',
    (await pageOf(scene, order.id)).status,
    'to-accept',
  );
  await shownOnBothDesks(scene, order.id, () => clock.advance(0.1));
  const page = await pageOf(scene, order.id);
  checks.same(
    'untaken for two minutes it is accepted by rule and dispatched',
    [page.status, page.acceptedByRule],
    ['in-progress', true],
  );
  const sentAt = page.assignments[0]?.sentAt ?? '';
  checks.same('at that very minute', minutesBetween(page.acceptedAt, sentAt), 2);
  await checkOneInstant(scene, order.id);
  const withdrawn = await scene.citizen.refusal(appeals.withdrawAppeal, {
    orderNo: order.orderNo,
    code: order.code,
  });
  checks.same('what endangers others is not withdrawn', withdrawn, 'intake.safety-stays');
}

async function checkedByPerson({ agent, checks }: Scene, orderId: string): Promise<void> {
  const waiting = async () => {
    const { rows } = await agent.call(desk.deskOrders, { desk: 'to-check' });
    return rows.some(({ id }) => id === orderId);
  };
  checks.that('it waits for a person to check it', await waiting());
  await agent.call(intake.checkAccepted, { orderId, isRight: true, note: '属实,派单无误' });
  checks.that('checked, it has left that desk', !(await waiting()));
  const { rows } = await agent.call(orders.timeline, { orderId });
  checks.that(
    'and the check stands in its history',
    rows.some(({ type }) => type === 'intake.checked'),
  );
}

async function repairedLate(scene: Scene, orderId: string): Promise<void> {
  const { checks, clock, housing } = scene;
  const { housing: duty, page } = await dutiesOf(scene, orderId);
  const key = { orderId, assignmentId: duty.id };
  const sofar = minutesBetween(page.acceptedAt, (await clock.now()).toISOString());
  await clock.advance(Math.max(0.1, 45 - sofar));
  const running = await repairClock(scene, orderId);
  checks.same(
    'at 45 minutes the repair clock runs, and is missed',
    [running?.state, running?.isMet],
    ['running', false],
  );
  const shot = await takePhoto(scene, housing, 'after', 6);
  const fixed = await housing.call(handling.markFixed, { ...key, fileIds: [shot] });
  checks.same('repaired after 45 minutes', fixed.minutesFromAcceptance, 45);
  const repair = await repairClock(scene, orderId);
  checks.same(
    'acceptance to repaired is shown as missed',
    [repair?.state, repair?.isMet],
    ['stopped', false],
  );
}

/** Report “U1 30-minute rate”: the director sees both nights, each opens. */
async function onTodayPage(scene: Scene): Promise<void> {
  const director = await scene.person('director');
  const { emergencies } = await director.call(insight.today, {});
  const late = emergencies.find(({ fixedMinutes }) => fixedMinutes === 45);
  scene.checks.same('the director’s page shows it as missed', late?.isMet, false);
}
