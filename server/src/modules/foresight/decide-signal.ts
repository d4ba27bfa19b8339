import type { foresightSignals as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { warningLevelLabel } from '@minsheng/contract/words/foresight.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { areaPrefix, openMode, runningWith } from '../emergency/index.ts';
import * as matters from '../matters/index.ts';
import { waitNoMore } from '../waits/index.ts';
import { commonArea } from './common-area.ts';
import './decision-wait.ts';
import { mayConfirm, mayDecide } from './policy.ts';
import { hold, markDecided, type Signal } from './signals.repo.ts';
import { text } from './text.ts';

/**
 * 确认启用 (M3-10): a person's word opens the mode with the prepared group. Where one runs with the group already and
 * covers the area, as when a warning is raised from yellow to orange, this one joins it.
 */
export async function confirmSignal(
  ctx: Context,
  { signalId, reason }: InputOf<typeof contract.confirmSignal>,
): Promise<ReplyOf<typeof contract.confirmSignal>> {
  const signal = await hold(ctx, signalId);
  demand(mayConfirm(ctx.actor, signal, ctx.now));
  const areaCode = commonArea(signal.areas, ctx.city.code);
  const groupCode = signal.group_code ?? '';
  const running = await runningWith(ctx, groupCode);
  // One mode runs with a group at a time: whoever confirms is told what to do about one that runs elsewhere.
  refuseUnless(
    running === null || areaCode.startsWith(areaPrefix(running.area_code)),
    'foresight.mode-elsewhere',
    { name: running?.name ?? '' },
  );
  const isNew = running === null;
  const { modeId } =
    running === null
      ? await openMode(ctx, { ...(await wordsOf(ctx, signal, reason)), areaCode, groupCode })
      : { modeId: running.id };
  await decided(ctx, signalId, { state: 'confirmed', reason, modeId });
  tell(ctx, { kind: 'signal', id: signalId }, 'foresight.signal-confirmed', {
    mode: modeId,
    isNew,
  });
  return { modeId, isNew };
}

export async function declineSignal(
  ctx: Context,
  { signalId, reason }: InputOf<typeof contract.declineSignal>,
): Promise<{ done: true }> {
  const signal = await hold(ctx, signalId);
  demand(mayDecide(ctx.actor, signal));
  await decided(ctx, signalId, { state: 'declined', reason, modeId: null });
  tell(ctx, { kind: 'signal', id: signalId }, 'foresight.signal-declined', {});
  return { done: true };
}

async function decided(
  ctx: Context,
  id: string,
  said: Parameters<typeof markDecided>[2],
): Promise<void> {
  await markDecided(ctx, id, said);
  await waitNoMore(ctx, { kind: 'weather-decision', id, no: 0 });
  announce(ctx, 'foresight');
}

async function wordsOf(
  ctx: Context,
  { about, level, source }: Signal,
  reason: string,
): Promise<{ name: string; reason: string }> {
  const kind = (await matters.signalKindRules(ctx)).find(({ code }) => code === about);
  const warning = `${kind?.name ?? about}${level ? warningLevelLabel[level] : ''}`;
  return { name: text.modeName(warning), reason: text.modeReason(warning, source, reason) };
}
