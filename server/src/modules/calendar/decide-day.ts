import type { calendar as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { changeCityData, cityVersion } from '../organisation/index.ts';
import { keepChange } from './changes.repo.ts';
import { lockCorrection, settleCorrection } from './corrections.repo.ts';
import { daysBetween } from './days.repo.ts';
import { mayDecideDay } from './policy.ts';

/** 核对日历更正, by a second person. Confirmed, it counts at once, and the running deadlines follow. */
export async function decideDay(
  ctx: Context,
  { correctionId, confirmed }: InputOf<typeof contract.decideDay>,
): Promise<ReplyOf<typeof contract.decideDay>> {
  const correction = await lockCorrection(ctx, correctionId);
  refuseUnless(correction, 'calendar.no-such-correction');
  demand(mayDecideDay(ctx.actor, correction));
  refuseUnless(correction.state === 'proposed', 'calendar.decided-already');

  const { on } = correction;
  const [before] = await daysBetween(ctx, on, on);
  await settleCorrection(ctx, correction, confirmed ? 'confirmed' : 'refused');
  if (!confirmed) return { done: true };
  const [after] = await daysBetween(ctx, on, on);
  await changeCityData(ctx, { what: 'calendar-day', day: on, correction: correctionId });
  const kinds = { before: before?.kind ?? null, after: after?.kind ?? null };
  if (kinds.before !== kinds.after) await keepChange(ctx, await cityVersion(ctx), { on, ...kinds });
  return { done: true };
}
