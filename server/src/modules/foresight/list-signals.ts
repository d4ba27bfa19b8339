import type { foresightSignals as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { badInput } from '../../platform/refusal.ts';
import { linkageGroups } from '../emergency/index.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { mayConfirm, mayDecide, mayEnter } from './policy.ts';
import { latest, type Signal } from './signals.repo.ts';

const shownCap = 50;
type Reply = ReplyOf<typeof contract.listSignals>;
export type SignalView = Reply['rows'][number];

/** 外部信息列表. */
export async function listSignals(
  ctx: Context,
  { box, cursor }: InputOf<typeof contract.listSignals>,
): Promise<Reply> {
  const before = cursor === undefined ? null : idOf(cursor);
  const read = await latest(ctx, { box, before, most: shownCap + 1 });
  const shown = read.slice(0, shownCap);
  const kinds = await matters.signalKindRules(ctx);
  return {
    rows: await signalViews(ctx, shown),
    next: read.length > shownCap ? (shown.at(-1)?.id ?? null) : null,
    shownCap,
    kinds: kinds.map(({ code, name, kind, group }) => ({ code, name, kind, group })),
    can: { enter: mayEnter(ctx.actor).allowed, decide: ctx.actor.has('emergency.lead') },
  };
}

export function idOf(cursor: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(cursor)) throw badInput(['cursor']);
  return cursor;
}

export async function signalViews(ctx: Context, rows: readonly Signal[]): Promise<SignalView[]> {
  const [kinds, groups, names, areas] = await Promise.all([
    matters.signalKindRules(ctx),
    linkageGroups(ctx),
    accountNames(
      ctx,
      rows.flatMap(({ entered_by, decided_by }) => [entered_by, decided_by]),
    ),
    organisation.areaNames(ctx, [...new Set(rows.flatMap((row) => row.areas))]),
  ]);
  const nameOf = (id: string | null) => names.get(id ?? '') ?? '';
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, about: row.about, level: row.level },
    aboutName: kinds.find(({ code }) => code === row.about)?.name ?? row.about,
    areas: row.areas.map((code) => ({ code, name: areas.get(code) ?? ctx.city.name })),
    fromAt: row.from_at.toISOString(),
    untilAt: row.until_at.toISOString(),
    ...{ source: row.source, words: row.words, state: row.state, given: row.given },
    enteredBy: nameOf(row.entered_by),
    enteredAt: row.entered_at.toISOString(),
    proposal:
      row.group_code === null
        ? null
        : {
            groupCode: row.group_code,
            groupName: groups.find(({ code }) => code === row.group_code)?.name ?? row.group_code,
            dueAt: row.due_at?.toISOString() ?? null,
          },
    decided: row.decided_at && {
      by: nameOf(row.decided_by),
      at: row.decided_at.toISOString(),
      reason: row.reason ?? '',
      modeId: row.mode_id,
    },
    can: {
      confirm: mayConfirm(ctx.actor, row, ctx.now).allowed,
      decline: mayDecide(ctx.actor, row).allowed,
    },
  }));
}
