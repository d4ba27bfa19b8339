import { funnelShown, pastStands } from './funnel.ts';
import { answered } from './handled.ts';
import {
  handedToMedia,
  nothingPersonal,
  openOf,
  pressed,
  progressPublic,
  shownAndLookedAt,
} from './media.ts';
import { lookedAt } from './on-site.ts';
import type { Matter, Scene, Told } from './scene.ts';
import { entriesOf, opened } from './topic.ts';

export interface Rectifying {
  readonly scene: Scene;
  readonly campaignId: string;
  readonly told: readonly Told[];
  readonly matters: ReadonlyMap<string, Matter>;
}

const stubbornProblems = 6;
const day = (on: string): Date => new Date(`2025-${on}T09:00:00+08:00`);

/** 核查、整改、督办、问效: the six told of by the fewest are those that do not move; nobody knew before. */
export async function rectified(of: Rectifying): Promise<void> {
  const { scene, campaignId, told, matters } = of;
  const { checks, clock } = scene;
  checks.chapter('Looked at, pressed, rectified');
  const funnels = [await funnelShown(scene, campaignId, 'Listed')];
  const listed = (await entriesOf(scene, campaignId))
    .filter(({ state }) => state === 'listed')
    .toSorted((a, b) => a.appeals - b.appeals || a.no - b.no);
  const inHand = await Promise.all(listed.map(({ id }) => openOf(scene, id)));
  const stubborn = listed
    .filter((_, at) => (inHand[at] ?? []).length > 0)
    .slice(0, stubbornProblems);
  const others = listed.filter((one) => !stubborn.includes(one));
  const topic = told.filter(({ assignmentId }) => assignmentId !== null);
  const hard = await ordersOf(scene, stubborn);

  await clock.advanceTo(day('02-19'));
  await lookedAt(scene, listed, 'not-fixed');
  funnels.push(await funnelShown(scene, campaignId, 'Looked at'));
  await pressed(scene, stubborn, { level: 'S2', instrument: 'notice' });
  await clock.advanceTo(day('02-21'));
  await answered(scene, { told: topic.filter(({ orderId }) => !hard.has(orderId)), matters });
  await clock.advanceTo(day('02-25'));
  await lookedAt(scene, others, 'fixed');
  await lookedAt(scene, stubborn, 'not-fixed');
  funnels.push(await funnelShown(scene, campaignId, 'Looked at again'));
  await pressed(scene, stubborn, { level: 'S3', instrument: 'work-reminder' });
  await handedToMedia(scene, stubborn);
  funnels.push(await funnelShown(scene, campaignId, 'With the media'));
  await progressPublic(scene, campaignId, stubborn);

  await clock.advanceTo(day('03-10'));
  checks.chapter('After the broadcast');
  await lookedAt(scene, stubborn, 'fixed');
  await shownAndLookedAt(scene, stubborn);
  await answered(scene, { told: topic.filter(({ orderId }) => hard.has(orderId)), matters });
  const last = await funnelShown(scene, campaignId, 'At the end');
  checks.same(
    'six went to the media, none is open',
    [last.toMedia.problems, last.open.problems, last.open.appeals, last.rectified],
    [stubbornProblems, 0, 0, last.all],
  );
  await pastStands(scene, campaignId, [...funnels, last]);
  await nothingPersonal(scene, topic, last);
}

async function ordersOf(
  scene: Scene,
  entries: readonly { readonly id: string }[],
): Promise<Set<string>> {
  const read = await Promise.all(entries.map(({ id }) => opened(scene, id)));
  return new Set(read.flatMap(({ orders }) => orders.map(({ order }) => order.id)));
}
