import type { campaigns as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { job, later } from '../../platform/jobs.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { findRun } from '../problems/index.ts';
import { insertGathering, latestGathering, lockCampaign } from './campaigns.repo.ts';
import { mayWork } from './policy.ts';

/** 归拢. */
export const gather = job('campaigns:gather', z.object({ gatheringId: z.uuid() }));

/** 开始归拢: the machine looks for the topic's appeals; what nobody has decided yet is proposed anew. */
export async function gatherAppeals(
  ctx: Context,
  { campaignId, runId }: InputOf<typeof contract.gatherAppeals>,
): Promise<{ gatheringId: string }> {
  const campaign = await lockCampaign(ctx, campaignId);
  demand(mayWork(ctx.actor, campaign));
  const last = await latestGathering(ctx, campaignId);
  refuseUnless(last?.state !== 'waiting' && last?.state !== 'running', 'campaigns.gathering');
  if (runId) refuseUnless(await findRun(ctx, runId), 'problems.no-such-run');
  const id = ctx.newId();
  await insertGathering(ctx, { id, campaign_id: campaignId, run_id: runId ?? null });
  later(ctx, gather, { gatheringId: id }, { at: ctx.now, key: `campaigns:gather:${id}` });
  announce(ctx, 'campaigns');
  return { gatheringId: id };
}
