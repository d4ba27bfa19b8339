import type { desk as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { owesStageReports } from '../dispatch/index.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { runningLevels } from '../supervision/index.ts';
import { withoutPeople } from '../text/index.ts';
import { type DutyRead, dutiesOn } from './duties.repo.ts';
import { mayOpen } from './policy.ts';

type Row = ReplyOf<typeof contract.deskAssignments>['rows'][number];

/** 单位工作台: duties of this person's unit and the units below it, the most urgent first, among them the oldest. */
export async function deskAssignments(
  ctx: Context,
  { desk, cursor }: InputOf<typeof contract.deskAssignments>,
): Promise<ReplyOf<typeof contract.deskAssignments>> {
  demand(mayOpen(ctx.actor, desk, 'assignments'));
  const path = ctx.actor.unitPath;
  refuseUnless(path, 'desk.not-yours');
  const { shown, next } = cutPage(await dutiesOn(ctx, { desk, path, after: placeOf(cursor) }));
  return { rows: await rowsOf(ctx, shown), next, shownCap: pageRows };
}

async function rowsOf(ctx: Context, duties: readonly DutyRead[]): Promise<Row[]> {
  const [supervised, matterNames, areaNames, units] = await Promise.all([
    runningLevels(ctx, [...new Set(duties.map(({ order_id }) => order_id))]),
    matters.matterNames(
      ctx,
      duties.map(({ matter_code }) => matter_code),
    ),
    organisation.areaNames(ctx, [...new Set(duties.map(({ area_code }) => area_code))]),
    organisation.unitsIfKnown(ctx, [...new Set(duties.map(({ unit_code }) => unit_code))]),
  ]);
  const unitByCode = new Map(units.map((unit) => [unit.code, unit]));
  return duties.map((duty) => {
    const { code, name, kind } = unitByCode.get(duty.unit_code) ?? {
      code: duty.unit_code,
      name: duty.unit_code,
      kind: duty.unit_kind,
    };
    return {
      ...plainColumns(ctx, duty),
      supervised: supervised.get(duty.order_id) ?? null,
      matterName: matterNames.get(duty.matter_code) ?? duty.matter_code,
      areaName: areaNames.get(duty.area_code) ?? ctx.city.name,
      unit: { code, name, kind },
    };
  });
}

function plainColumns(
  ctx: Context,
  duty: DutyRead,
): Omit<Row, 'matterName' | 'areaName' | 'unit' | 'supervised'> {
  const hide = (text: string) => (duty.secrecy >= 1 ? withoutPeople(text) : text);
  return {
    orderId: duty.order_id,
    assignmentId: duty.id,
    orderNo: duty.order_no,
    role: duty.role,
    state: duty.state,
    type: duty.type,
    urgency: duty.urgency,
    secrecy: duty.secrecy,
    title: hide(duty.title),
    address: hide(duty.address),
    sentAt: duty.sent_at.toISOString(),
    signDueAt: duty.sign_due_at?.toISOString() ?? null,
    stageReportDueAt: owesStageReports(duty)
      ? (duty.stage_report_due_at?.toISOString() ?? null)
      : null,
    dueAt: duty.due_at?.toISOString() ?? null,
    isLate: isLate(duty, ctx.now),
    isAutoSent: duty.auto_sent,
  };
}

/** 超时: unsigned past its limit, or past its due time; while the order waits for information that clock stands still. */
export function isLate(duty: DutyRead, now: Date): boolean {
  if (duty.state === 'submitted') return false;
  const unsigned = duty.state === 'sent' && duty.sign_due_at !== null && duty.sign_due_at < now;
  const at = duty.status === 'need-info' || duty.status === 'suspended' ? duty.status_since : now;
  return unsigned || (duty.due_at !== null && duty.due_at < at);
}
