import { campaigns, orders, type RequestOf, type Route } from '@minsheng/contract';
import { atOnce } from './at-once.ts';
import { belongs } from './reads-like.ts';
import type { Told } from './scene.ts';
import { type Scene, workers } from './scene.ts';
import { entriesOf, gathered, type Measured, measured, opened } from './topic.ts';

/** 最多六十次决定: what a person can do in an afternoon. */
export const mostDecisions = 60;

const said = '逐件看过内容,属于养鸡场污水。';
const saidNo = '逐件看过内容,说的不是养鸡场污水。';

/** Acts that change the list, counted; reading is none. */
interface Desk {
  readonly scene: Scene;
  readonly campaignId: string;
  left: number;
}

/** 核对清单: the largest proposals first, then gathered anew, as often as decisions are left. */
export async function listReviewed(
  scene: Scene,
  { campaignId, told }: { campaignId: string; told: readonly Told[] },
): Promise<void> {
  const { checks } = scene;
  const { before, after } = aims(scene);
  const found = await entriesOf(scene, campaignId);
  await measured(scene, told, { entries: found, when: 'Before the analyst', least: before });
  checks.chapter('An analyst goes through the list by the written rule');
  const desk: Desk = { scene, campaignId, left: mostDecisions };
  await proposalsReviewed(desk);
  while (desk.left > keptForGathering) {
    desk.left -= 1;
    await gathered(scene, campaignId);
    const before = desk.left;
    await proposalsReviewed(desk);
    if (before === desk.left) break;
  }
  const used = mostDecisions - desk.left;
  const rest = await proposed(desk);
  checks.that(
    `${used} decisions of at most ${mostDecisions}; ${rest.length} proposals were not reached`,
    used <= mostDecisions,
  );
  const listed = (await entriesOf(scene, campaignId)).filter(({ state }) => state === 'listed');
  await measured(scene, told, { entries: listed, when: 'After the analyst', least: after });
}

/** Of the whole, what the seed's case asks for; forty voices among hundreds teach the machine less. */
const aims = ({ isFull }: Scene): { before: Measured; after: Measured } =>
  isFull
    ? { before: { recall: 0.8, precision: 0.7 }, after: { recall: 0.95, precision: 0.9 } }
    : { before: { recall: 0.7, precision: 0.7 }, after: { recall: 0.85, precision: 0.9 } };

/** Below this it is not worth while to gather once more. */
const keptForGathering = 3;

const proposed = async ({ scene, campaignId }: Desk) =>
  (await entriesOf(scene, campaignId))
    .filter(({ state }) => state === 'proposed')
    .toSorted((a, b) => b.appeals - a.appeals);

async function proposalsReviewed(desk: Desk): Promise<void> {
  for (const { id } of await proposed(desk)) if (desk.left > 0) await reviewed(desk, id);
}

async function reviewed(desk: Desk, entryId: string): Promise<void> {
  const { scene, campaignId } = desk;
  const entry = await opened(scene, entryId);
  const fits = await atOnce(entry.orders, workers, async ({ order, closeness }) =>
    belongs(await wordsOf(scene, order.id), closeness ?? 100),
  );
  const out = entry.orders.filter((_, at) => !fits[at]).map(({ order }) => order.id);
  if (out.length === entry.orders.length)
    return decide(desk, campaigns.moveEntry, { entryId, to: 'aside', reason: saidNo });
  if (out.length > 0) {
    // Half a decision helps nobody.
    if (desk.left < 2) return;
    await decide(desk, campaigns.takeFromEntry, { entryId, orderIds: out, reason: saidNo });
  }
  const there = (await entriesOf(scene, campaignId)).find(
    ({ state, areaName, id }) =>
      state === 'listed' && areaName === entry.areaName && id !== entryId,
  );
  if (there) return decide(desk, campaigns.mergeEntry, { entryId, intoId: there.id, reason: said });
  await decide(desk, campaigns.moveEntry, { entryId, to: 'listed', reason: said });
}

async function decide<R extends Route>(desk: Desk, route: R, input: RequestOf<R>): Promise<void> {
  desk.left -= 1;
  await desk.scene.analyst.call(route, input);
}

/** 点开一件: what was said, as the order's page shows it. */
async function wordsOf({ analyst }: Scene, orderId: string): Promise<string> {
  const { content } = await analyst.call(orders.orderPage, { orderId });
  return content;
}
