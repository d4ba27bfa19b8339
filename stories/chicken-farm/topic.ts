import { campaigns } from '@minsheng/contract';
import { settled } from '../manhole/police-line.ts';
import type { Scene, Told } from './scene.ts';

/** 主题词, as the director says them before anything is found: everyday words of the thing. */
const terms = ['养鸡场', '鸡场', '鸡舍', '鸡粪', '污水'];

/** A director looks no farther down the ranking. */
const mostLookedAt = 10;

/** 选题、开题: ranked from live figures, picked by the director with a reason, and gathered. */
export async function topicOpened(scene: Scene, told: readonly Told[]): Promise<string> {
  const { analyst, director, clock, checks } = scene;
  checks.chapter('The topic is ranked, picked and gathered');
  await clock.advanceTo(new Date('2025-02-14T09:00:00+08:00'));
  const { snapshotId } = await analyst.call(campaigns.rankTopics, { year: 2025, quarter: 1 });
  const { rows } = await director.call(campaigns.readSnapshot, { snapshotId });
  const water = rows.find(({ matter }) => matter === '0401');
  checks.that(
    `水污染 stands ${water?.no} of ${rows.length} candidates, with ${water?.volume} appeals`,
    water !== undefined && water.no <= mostLookedAt,
    rows.map(({ no, matterName, volume, weight }) => ({ no, matterName, volume, weight })),
  );
  const { campaignId } = await director.call(campaigns.openCampaign, {
    ...{ kind: 'season', title: '养鸡场污水专项整治', theme: '生态保护', year: 2025, quarter: 1 },
    ...{ from: '2025-02-01', to: '2025-02-14', terms, snapshotId },
    ...(water && { candidateNo: water.no }),
    why: '多人多地反复反映,部门之间推来推去,可以集中解决。',
  });
  await gathered(scene, campaignId);
  const { gathering } = await analyst.call(campaigns.readCampaign, { campaignId });
  checks.same('every appeal of the period is read', gathering?.read, told.length);
  return campaignId;
}

export async function gathered(scene: Scene, campaignId: string): Promise<void> {
  const { analyst, checks } = scene;
  await analyst.call(campaigns.gatherAppeals, { campaignId });
  const isDone = await settled(scene, async () => {
    const { gathering } = await analyst.call(campaigns.readCampaign, { campaignId });
    return gathering?.state === 'done';
  });
  checks.that('the machine has gathered', isDone);
}

type Entry = Awaited<ReturnType<typeof entriesOf>>[number];
export type Whole = Awaited<ReturnType<typeof opened>>;

export const entriesOf = async ({ analyst }: Scene, campaignId: string) =>
  (await analyst.call(campaigns.listEntries, { campaignId })).rows;

export const opened = ({ analyst }: Scene, entryId: string) =>
  analyst.call(campaigns.readEntry, { entryId });

export interface Measured {
  readonly recall: number;
  readonly precision: number;
}

/** 查全、查准, by the truth, which only this count knows. */
export async function measured(
  scene: Scene,
  told: readonly Told[],
  { entries, when, least }: { entries: readonly Entry[]; when: string; least: Measured },
): Promise<Measured> {
  const found = new Set<string>();
  for (const { id } of entries)
    for (const { order } of (await opened(scene, id)).orders) found.add(order.id);
  const topic = told.filter(({ truth }) => truth.isTopic);
  const right = topic.filter(({ orderId }) => found.has(orderId)).length;
  const recall = right / topic.length;
  const precision = right / found.size;
  const shown = `recall ${right}/${topic.length} = ${percent(recall)}, precision ${right}/${found.size} = ${percent(precision)}`;
  scene.checks.that(
    `${when}: ${shown} (at least ${percent(least.recall)} and ${percent(least.precision)})`,
    recall >= least.recall && precision >= least.precision,
  );
  return { recall, precision };
}

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
