import { desk, dispatch, orders } from '@minsheng/contract';
import { minutesBetween } from '../kit/clock.ts';
import {
  dutiesOf,
  housingUnit,
  isOnDesk,
  messagesOf,
  pageOf,
  policeUnit,
  type Scene,
  suggestionFor,
} from './scene.ts';

const withinMs = 5000;

/** C1.2: both duties in one transaction; both desks are told live; no alarm has fired yet. */
export async function sentToBoth(scene: Scene, orderId: string): Promise<void> {
  await checkSuggestion(scene, orderId);
  const { checks, dispatcher } = scene;
  await shownOnBothDesks(scene, orderId, async () => {
    const sent = await dispatcher.call(dispatch.send, {
      orderId,
      lead: housingUnit,
      linkage: [policeUnit],
    });
    checks.same(
      'one step makes both duties, the housing bureau leads',
      sent.assignments.map(({ unitCode, role }) => [unitCode, role]),
      [
        [housingUnit, 'lead'],
        [policeUnit, 'linkage'],
      ],
    );
  });
  await checkOneInstant(scene, orderId);
}

/** What happens while both desks are open is on their screens in time. */
export async function shownOnBothDesks(
  { checks, housing, police }: Scene,
  orderId: string,
  happens: () => Promise<unknown>,
): Promise<void> {
  const desks = [
    { name: 'the housing bureau', person: housing, unit: housingUnit },
    { name: 'the police 110', person: police, unit: policeUnit },
  ];
  const streams = await Promise.all(desks.map(({ person }) => person.listen()));
  const shown = desks.map(async ({ person, unit }, at) => {
    const isUnits = (topic: string) => topic.startsWith('unit:') && topic.includes(unit);
    const heard = await streams[at]?.next(isUnits, withinMs);
    const isShown = typeof heard === 'number' && (await isOnDesk(person, orderId));
    return { isShown, atMs: performance.now() };
  });
  const from = performance.now();
  await happens();
  for (const [at, { name }] of desks.entries()) {
    const found = await shown[at];
    const ms = Math.round((found?.atMs ?? Number.POSITIVE_INFINITY) - from);
    checks.that(
      `the desk of ${name} shows it within 5 real seconds, told by its live stream (${ms} ms)`,
      found?.isShown === true && ms < withinMs,
    );
  }
  await Promise.all(streams.map((stream) => stream.close()));
}

async function checkSuggestion(scene: Scene, orderId: string): Promise<void> {
  const { checks } = scene;
  const { status } = await pageOf(scene, orderId);
  checks.same('the order waits at the dispatch desk', status, 'to-dispatch');
  const suggested = await suggestionFor(scene, orderId);
  checks.same('the catalogue names the housing bureau as lead', suggested.lead?.code, housingUnit);
  checks.same(
    'and the police 110 as linkage, because it is night',
    [suggested.linkage.map(({ code }) => code), suggested.because?.time],
    [[policeUnit], 'night'],
  );
  checks.same('on the word of the city’s own case', suggested.because?.basisKind, 'seed');
}

export async function checkOneInstant(scene: Scene, orderId: string): Promise<void> {
  const { checks, agent, housing } = scene;
  const duties = await dutiesOf(scene, orderId);
  checks.same('both duties are of the same instant', duties.police.sentAt, duties.housing.sentAt);
  const { rows } = await agent.call(orders.timeline, { orderId });
  const sent = rows.filter(({ type }) => type === 'dispatch.sent' || type === 'dispatch.assigned');
  const seqs = sent.map(({ seq }) => seq);
  checks.that(
    'written in one transaction: three events in a row at that instant',
    sent.length === 3 &&
      Math.max(...seqs) - Math.min(...seqs) === 2 &&
      sent.every(({ at }) => at === duties.housing.sentAt),
    sent,
  );
  checks.that('before any alarm', !rows.some(({ type }) => type === 'handling.duty-called'));
  const messages = await messagesOf(scene, orderId);
  for (const duty of [duties.housing, duties.police]) {
    checks.same(
      `the duty telephone of ${duty.unit.name} rang at once`,
      [messages.to(duty.unit, 'call').length, messages.to(duty.unit, 'sms').length],
      [1, 1],
    );
  }
  const { rows: mine } = await housing.call(desk.deskAssignments, { desk: 'unit-sent' });
  const row = mine.find((each) => each.orderId === orderId);
  const limit = row?.signDueAt ? minutesBetween(row.sentAt, row.signDueAt) : null;
  checks.same('it must be signed within 5 minutes', limit, 5);
}
