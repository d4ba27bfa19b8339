import { campaigns } from '@minsheng/contract';
import type { Scene } from './scene.ts';

export type Funnel = Awaited<ReturnType<typeof read>>;

const read = async ({ analyst }: Scene, campaignId: string, at?: string) =>
  (await analyst.call(campaigns.readCampaign, { campaignId, ...(at !== undefined && { at }) }))
    .funnel;

/** 漏斗 as it stands now, on a line. */
export async function funnelShown(scene: Scene, campaignId: string, when: string): Promise<Funnel> {
  // What visitors sent moves the list a moment later.
  await scene.clock.advance(1);
  const funnel = await read(scene, campaignId);
  const { all, inspected, rectified, toMedia, open, addsUp } = funnel;
  const part = (name: string, { problems, appeals }: Funnel['all']) =>
    `${name} ${problems} (${appeals})`;
  const line = [
    part('listed', all),
    part('inspected', inspected),
    part('rectified', rectified),
    part('to media', toMedia),
    part('open', open),
  ].join(' → ');
  scene.checks.that(`${when}: problems (appeals): ${line}; it adds up`, addsUp, funnel);
  // The next step is another instant.
  await scene.clock.advance(1);
  return funnel;
}

/** 过去任何一天: what it said then it says now. */
export async function pastStands(
  scene: Scene,
  campaignId: string,
  seen: readonly Funnel[],
): Promise<void> {
  const anew = await Promise.all(seen.map(({ at }) => read(scene, campaignId, at)));
  scene.checks.same('every past funnel is what it was', anew, seen);
}
