import { campaigns, orders } from '@minsheng/contract';
import { atOnce } from './at-once.ts';
import type { Told } from './scene.ts';
import { type Scene, workers } from './scene.ts';

/** 件件有回音: whether the list knew of it or not, everybody who told of it has an answer. */
export async function everybodyAnswered(scene: Scene, told: readonly Told[]): Promise<void> {
  const { analyst, checks } = scene;
  const pages = await atOnce(told, workers, ({ orderId }) =>
    analyst.call(orders.orderPage, { orderId }),
  );
  const silent = pages.filter(({ status, replies }) => status !== 'closed' || replies.length === 0);
  checks.same(
    `all ${told.length} who told of it were answered`,
    silent.map(({ orderNo, status }) => [orderNo, status]),
    [],
  );
}

export async function campaignClosed(scene: Scene, campaignId: string): Promise<void> {
  const { director, analyst, checks } = scene;
  const reason = '清单问题全部整改,转入日常监管,九十天后复查。';
  await director.call(campaigns.closeCampaign, { campaignId, reason });
  checks.same(
    'closed, nobody changes its list',
    await analyst.refusal(campaigns.changeTerms, { campaignId, terms: ['养鸡场'] }),
    'campaigns.closed',
  );
}
