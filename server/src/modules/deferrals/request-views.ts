import type { deferrals as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { type Assignment, dutyLimits } from '../dispatch/index.ts';
import * as identity from '../identity/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { withoutPeople } from '../text/index.ts';
import type { Deferral } from './requests.repo.ts';
import { spanUnit } from './text.ts';

type View = ReplyOf<typeof contract.readDeferrals>['requests'][number];
type Brief = ReplyOf<typeof contract.listDeferrals>['rows'][number]['request'];

/** Requests of one order as people read them. */
export async function requestViews(
  ctx: Context,
  order: orders.Order,
  { asked, duties }: { asked: readonly Deferral[]; duties: readonly Assignment[] },
): Promise<View[]> {
  if (asked.length === 0) return [];
  const [units, names, texts] = await Promise.all([
    organisation.unitsIfKnown(ctx, [...new Set(asked.map(({ unit_code }) => unit_code))]),
    identity.accountNames(
      ctx,
      asked.flatMap(({ asked_by, decided_by }) => [asked_by, decided_by]),
    ),
    orders.textsOf(ctx, order.id),
  ]);
  const hide = (text: string) => (order.secrecy >= 1 ? withoutPeople(text) : text);
  const textOf = (no: number | null) =>
    hide(no === null ? '' : (texts.find((text) => text.no === no)?.content ?? ''));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  return asked.map((one) => ({
    ...requestBrief(
      one,
      duties.find(({ id }) => id === one.assignment_id),
    ),
    no: one.no,
    unit: organisation.briefOf(units, one.unit_code),
    plan: textOf(one.plan_no),
    state: one.state,
    askedBy: nameOf(one.asked_by) ?? '',
    decidedAt: one.decided_at?.toISOString() ?? null,
    decidedBy: nameOf(one.decided_by),
    words: textOf(one.words_no),
    span: spanOf(
      one,
      duties.find(({ id }) => id === one.assignment_id),
    ),
  }));
}

/** 申请 in a line. */
export function requestBrief(one: Deferral, duty: Assignment | undefined): Brief {
  const { kind, reason } = one;
  return { kind, reason, askedAt: one.asked_at.toISOString(), span: spanOf(one, duty) };
}

function spanOf(one: Deferral, duty: Assignment | undefined): string | null {
  const kind = duty && dutyLimits.parse(duty.limits).handle?.kind;
  return one.amount === null || !kind ? null : `${one.amount}${spanUnit[kind]}`;
}
