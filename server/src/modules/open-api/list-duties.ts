import type { openApi as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { withoutPeople } from '../text/index.ts';
import { openDuties } from './duties.repo.ts';

/** 任务列表: open duties of the unit, the most urgent first; no requester, ever. */
export async function listDuties(
  ctx: Context,
  { cursor }: InputOf<typeof contract.listDuties>,
): Promise<ReplyOf<typeof contract.listDuties>> {
  const path = ctx.actor.unitPath;
  refuseUnless(path, 'handling.not-yours');
  const { shown, next } = cutPage(await openDuties(ctx, { path, after: placeOf(cursor) }));
  return {
    rows: shown.map((duty) => ({
      orderId: duty.order_id,
      assignmentId: duty.id,
      orderNo: duty.order_no,
      role: duty.role,
      state: duty.state,
      type: duty.type,
      urgency: duty.urgency,
      title: duty.secrecy >= 1 ? withoutPeople(duty.title) : duty.title,
      matterCode: duty.matter_code,
      areaCode: duty.area_code,
      unitCode: duty.unit_code,
      sentAt: duty.sent_at.toISOString(),
      signDueAt: duty.sign_due_at?.toISOString() ?? null,
      dueAt: duty.due_at?.toISOString() ?? null,
    })),
    next,
    shownCap: pageRows,
  };
}
