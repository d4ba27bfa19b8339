import type { foresightSignals as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import {
  type SignalSource,
  type WarningLevel,
  warningLevels,
} from '@minsheng/contract/words/foresight.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { waitForCentre } from '../waits/index.ts';
import { mayEnter } from './policy.ts';
import { insert, moveDue } from './signals.repo.ts';

export const longestDays = 60;
const dayMs = 86_400_000;

/** 登记外部信息: what no feed gives, as a person reads it. A warning of the level proposes an emergency mode and opens none. */
export async function enterSignal(
  ctx: Context,
  { about, areas, fromAt, untilAt, ...said }: InputOf<typeof contract.enterSignal>,
): Promise<ReplyOf<typeof contract.enterSignal>> {
  demand(mayEnter(ctx.actor));
  const kind = (await matters.signalKindRules(ctx)).find(({ code }) => code === about);
  refuseUnless(kind, 'foresight.no-such-kind', { code: about });
  const { level = null, source, words } = said;
  refuseUnless(kind.kind !== 'weather' || level !== null, 'foresight.level-needed');
  refuseUnless(level === null || hasLevels(kind), 'foresight.level-not-meant');
  const span = { fromAt: new Date(fromAt), untilAt: new Date(untilAt) };
  refuseUnless(isSpan(span), 'foresight.bad-span');
  const places = await Promise.all(areas.map((code) => organisation.area(ctx, code)));
  const codes = places.map(({ code }) => code);
  const kept = await keepSignal(ctx, {
    ...{ kind, level, areas: codes, source, words, given: 'person' },
    ...span,
  });
  refuseUnless(kept, 'foresight.signal-known');
  return kept;
}

export const hasLevels = ({ kind }: Pick<matters.SignalKindRule, 'kind'>): boolean =>
  kind === 'weather' || kind === 'sensor';

export const isSpan = ({ fromAt, untilAt }: { fromAt: Date; untilAt: Date }): boolean =>
  untilAt > fromAt && untilAt.getTime() - fromAt.getTime() <= longestDays * dayMs;

export interface SignalInput {
  readonly kind: matters.SignalKindRule;
  readonly level: WarningLevel | null;
  readonly areas: readonly string[];
  readonly fromAt: Date;
  readonly untilAt: Date;
  readonly source: string;
  readonly words: string;
  readonly given: SignalSource;
}

/** Null: it is known already. */
export async function keepSignal(
  ctx: Context,
  { kind, level, areas, fromAt, untilAt, source, words, given }: SignalInput,
): Promise<{ signalId: string; state: 'noted' | 'proposed' } | null> {
  const id = ctx.newId();
  // What is over when it is written down is history, and asks nobody anything.
  const group = proposes(kind, level) && untilAt > ctx.now ? kind.group : null;
  const state = group === null ? 'noted' : 'proposed';
  const isKept = await insert(ctx, {
    ...{ id, kind: kind.kind, about: kind.code, level, areas: [...new Set(areas)].toSorted() },
    ...{ from_at: fromAt, until_at: untilAt, source, words, given, state, group_code: group },
    ...{ entered_at: ctx.now, entered_by: ctx.actor.accountId },
  });
  if (!isKept) return null;
  isNew(ctx, { kind: 'signal', id });
  tell(ctx, { kind: 'signal', id }, 'foresight.signal-noted', {
    ...{ about: kind.code, level, given, group },
    areas: [...areas],
  });
  if (group !== null) {
    const key = { kind: 'weather-decision', id, no: 0 } as const;
    await moveDue(ctx, id, await waitForCentre(ctx, key, 'weather-decision'));
  }
  announce(ctx, 'foresight');
  return { signalId: id, state };
}

function proposes(
  { group, fromLevel }: matters.SignalKindRule,
  level: WarningLevel | null,
): boolean {
  if (group === null || fromLevel === null || level === null) return false;
  return warningLevels.indexOf(level) >= warningLevels.indexOf(fromLevel);
}
