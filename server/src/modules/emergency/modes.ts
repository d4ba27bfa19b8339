import type { emergency } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, Refusal, refuseUnless } from '../../platform/refusal.ts';
import { deadline, workingCalendar } from '../calendar/index.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { groups } from './groups.ts';
import { holdUnended } from './guests.repo.ts';
import { closeGuest } from './guests.ts';
import {
  findMode,
  holdMode,
  insertMode,
  kindOf,
  latestModes,
  type Mode,
  markEnded,
  runningWith,
} from './modes.repo.ts';
import { mayEnd, mayLead } from './policy.ts';

const shownCap = 30;

/** 启用应急联动: the group as it is now, and the response limit of this day, stay with the mode. */
export async function openMode(
  ctx: Context,
  { name, reason, areaCode, groupCode }: InputOf<typeof emergency.openMode>,
): Promise<{ modeId: string }> {
  demand(mayLead(ctx.actor));
  const [all] = await Promise.all([groups(ctx), organisation.area(ctx, areaCode)]);
  const group = all.find(({ code }) => code === groupCode);
  refuseUnless(group, 'emergency.no-such-group');
  const id = ctx.newId();
  const isOpened = await insertMode(ctx, {
    city_id: ctx.cityId,
    id,
    name,
    kind: group.kind,
    reason,
    area_code: areaCode,
    group_code: groupCode,
    units: group.units,
    response_minutes: await responseMinutes(ctx),
    opened_at: ctx.now,
    opened_by: ctx.actor.accountId,
    ended_at: null,
    ended_by: null,
    summary: null,
  });
  if (!isOpened) {
    const running = await runningWith(ctx, groupCode);
    throw new Refusal('emergency.same-open', { name: running?.name ?? group.name });
  }
  isNew(ctx, { kind: 'emergency', id });
  tell(ctx, { kind: 'emergency', id }, 'emergency.opened', { group: groupCode, area: areaCode });
  announce(ctx, 'emergency');
  return { modeId: id };
}

/** 结束: what was sent goes on by its own clocks; whoever helped answering is out. */
export async function endMode(
  ctx: Context,
  { modeId, summary }: InputOf<typeof emergency.endMode>,
): Promise<{ done: true }> {
  const mode = await holdMode(ctx, modeId);
  refuseUnless(mode, 'emergency.no-such-mode');
  demand(mayEnd(ctx.actor, mode));
  await markEnded(ctx, modeId, summary);
  for (const guest of await holdUnended(ctx, modeId)) await closeGuest(ctx, guest);
  tell(ctx, { kind: 'emergency', id: modeId }, 'emergency.ended', {});
  announce(ctx, 'emergency');
  return { done: true };
}

export async function listModes(ctx: Context): Promise<ReplyOf<typeof emergency.listModes>> {
  const rows = await latestModes(ctx, shownCap);
  return { rows: await modeViews(ctx, rows), shownCap, can: { lead: mayLead(ctx.actor).allowed } };
}

export async function heldMode(ctx: Context, modeId: string): Promise<Mode> {
  const mode = await findMode(ctx, modeId);
  refuseUnless(mode, 'emergency.no-such-mode');
  return mode;
}

export type ModeView = ReplyOf<typeof emergency.listModes>['rows'][number];

export async function modeViews(ctx: Context, rows: readonly Mode[]): Promise<ModeView[]> {
  const [names, areas, units] = await Promise.all([
    accountNames(
      ctx,
      rows.flatMap(({ opened_by, ended_by }) => [opened_by, ended_by]),
    ),
    organisation.areaNames(ctx, [...new Set(rows.map(({ area_code }) => area_code))]),
    organisation.unitsIfKnown(ctx, [...new Set(rows.flatMap((row) => row.units))]),
  ]);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: kindOf(row.kind),
    reason: row.reason,
    areaCode: row.area_code,
    areaName: areas.get(row.area_code) ?? ctx.city.name,
    units: row.units
      .flatMap((code) => byCode.get(code) ?? [])
      .map(({ code, name, kind }) => ({ code, name, kind })),
    unitPaths: row.units.flatMap((code) => byCode.get(code)?.path ?? []),
    responseMinutes: row.response_minutes,
    openedAt: row.opened_at.toISOString(),
    openedBy: names.get(row.opened_by ?? '') ?? '',
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: row.ended_by && (names.get(row.ended_by) ?? ''),
    summary: row.summary,
  }));
}

/** 应急响应时限 of this day, in plain minutes: the calendar knows what a limit means. */
async function responseMinutes(ctx: Context): Promise<number> {
  const [limit, calendar] = await Promise.all([
    matters.centreLimit(ctx, 'emergency-response'),
    workingCalendar(ctx),
  ]);
  const { dueAt } = deadline({ from: ctx.now, limit, calendar });
  return Math.round((dueAt.getTime() - ctx.now.getTime()) / 60_000);
}
