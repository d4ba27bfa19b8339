import { handling, orders } from '@minsheng/contract';
import { minutesBetween } from '../kit/clock.ts';
import { policeDoes, policeOrder } from './police-line.ts';
import { dutiesOf, pageOf, place, repairClock, type Scene, takePhoto, viewOf } from './scene.ts';

/** C1.3: who is first on the scene shows a photo with time and place; each side sees the other. Repaired 24 minutes after acceptance. */
export async function onScene(scene: Scene, orderId: string): Promise<void> {
  const { checks, clock, housing, police } = scene;
  const duties = await dutiesOf(scene, orderId);
  const policeKey = { orderId, assignmentId: duties.police.id };
  const housingKey = { orderId, assignmentId: duties.housing.id };

  await clock.advance(1);
  const number = await policeOrder(scene, orderId);
  await policeDoes(scene, orderId, { number, said: { kind: 'accept' }, until: 'signed' });
  const lately = await housing.call(handling.sign, housingKey);
  checks.that('a signature after the limit counts as late', lately.isLate);
  await clock.advance(3);
  const arrival = await takePhoto(scene, police, 'arrival', 1);
  await police.call(handling.arrive, { ...policeKey, at: place, fileIds: [arrival] });

  const seen = (await viewOf(housing, orderId, duties.housing)).others[0];
  checks.same(
    'the housing bureau sees that the police signed and arrived',
    [seen?.state, seen?.arrivedAt !== null],
    ['signed', true],
  );
  checks.same('and the first photo of the police', seen?.firstPhotoId, arrival);
  checks.same('which it may open', await housing.downloads(arrival), 200);
  await checkPhotoFacts(scene, orderId, arrival);

  const own = await takePhoto(scene, housing, 'arrival', 2);
  await housing.call(handling.arrive, { ...housingKey, at: place, fileIds: [own] });
  const back = (await viewOf(police, orderId, duties.police)).others[0];
  checks.same('the police see the photo of the housing bureau', back?.firstPhotoId, own);
  checks.same('which they may open', await police.downloads(own), 200);

  await clock.advance(10);
  const fixed = await housing.call(handling.markFixed, { ...housingKey, fileIds: [] });
  checks.that(
    `the danger is gone ${fixed.minutesFromAcceptance} minutes after acceptance, inside 30`,
    fixed.minutesFromAcceptance > 0 && fixed.minutesFromAcceptance <= 30,
  );
  await checkRepairMet(scene, orderId, fixed.minutesFromAcceptance);
}

async function checkPhotoFacts(scene: Scene, orderId: string, fileId: string): Promise<void> {
  const page = await pageOf(scene, orderId);
  const file = page.files.find(({ id }) => id === fileId);
  const now = await scene.clock.now();
  const isNear =
    file?.point !== undefined &&
    file.point !== null &&
    Math.abs(file.point.lng - place.lng) < 0.0001 &&
    Math.abs(file.point.lat - place.lat) < 0.0001;
  scene.checks.that('the photo tells its place', isNear, file);
  const age = file?.takenAt ? minutesBetween(file.takenAt, now.toISOString()) : null;
  scene.checks.that('and its time', age !== null && Math.abs(age) < 0.1, file);
}

async function checkRepairMet(scene: Scene, orderId: string, minutes: number): Promise<void> {
  const { checks, housing } = scene;
  const repair = await repairClock(scene, orderId);
  checks.same(
    'acceptance to repaired stands beside the other clocks as met',
    [repair?.state, repair?.isMet],
    ['stopped', true],
  );
  const lines = repair?.lines.reduce((sum, line) => sum + line.minutes, 0) ?? 0;
  checks.that(
    'and its lines add up to it',
    Math.abs(lines - minutes) < 0.2 && Math.abs((repair?.elapsedMinutes ?? 0) - minutes) < 0.2,
    repair,
  );
  const { rows } = await housing.call(orders.clocks, { orderId });
  checks.that(
    'the unit sees its own clocks and that one on one screen',
    ['sign', 'repair'].every((name) => rows.some((clock) => clock.name === name)),
    rows.map(({ name }) => name),
  );
}
