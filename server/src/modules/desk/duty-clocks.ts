import { isStanding } from '@minsheng/contract/words/assignment.ts';
import { type Assignment, dutyLimits } from '../dispatch/index.ts';
import type { Order } from '../orders/index.ts';
import type { ClockParts } from './clock-views.ts';

type Names = ReadonlyMap<string, string>;
type Pauses = NonNullable<ClockParts['pauses']>;

/** 承办时钟 of one duty: to sign, to contact, to finish. They start at its dispatch (domain 2.4.7); a copy has none. */
export function dutyClocks(duty: Assignment, pauses: Pauses, names: Names): ClockParts[] {
  if (duty.role === 'copy' || !isStanding(duty.state)) return [];
  const limits = dutyLimits.parse(duty.limits);
  const unitName = names.get(duty.unit_code) ?? duty.unit_code;
  const start = { unitName, startedAt: duty.sent_at };
  const finishedAt = duty.submitted_at ?? duty.done_at;
  const speaks = duty.role === 'lead' || duty.role === 'delegate';
  return [
    ...(limits.sign
      ? [
          {
            ...start,
            name: 'sign' as const,
            endedAt: duty.signed_at,
            limit: limits.sign,
            dueAt: duty.sign_due_at,
            // 自动签收 comes when the limit has passed, so its instant alone would look punctual.
            ...(duty.signed_at && { isMet: !duty.signed_late }),
          },
        ]
      : []),
    ...(limits.contact && speaks
      ? [
          {
            ...start,
            name: 'contact' as const,
            endedAt: duty.contacted_at ?? finishedAt,
            limit: limits.contact,
            dueAt: duty.contact_due_at,
            ...(duty.contacted_at === null && finishedAt && { isMet: null }),
          },
        ]
      : []),
    ...(limits.handle
      ? [
          {
            ...start,
            name: 'handle' as const,
            endedAt: finishedAt,
            limit: limits.handle,
            dueAt: duty.due_at,
            originalDueAt: duty.original_due_at,
            isChild: duty.parent_id !== null,
            version: limits.version,
            pauses,
          },
        ]
      : []),
  ];
}

/** 受理到修复 (C1): from the citizen's words to the end of the danger, for classes that give minutes for the scene. */
export function repairClock(
  order: Order,
  duties: readonly Assignment[],
  names: Names,
): ClockParts | null {
  const standing = duties.filter(({ state }) => isStanding(state));
  const limit = standing
    .map(({ limits }) => dutyLimits.parse(limits).scene)
    .find((scene) => scene !== null);
  if (!limit) return null;
  const fixed = standing.flatMap(({ fixed_at }) => fixed_at ?? []);
  const first = fixed.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
  const lead = standing.findLast(({ role }) => role === 'lead');
  return {
    name: 'repair',
    unitName: lead ? (names.get(lead.unit_code) ?? lead.unit_code) : null,
    startedAt: order.accepted_at,
    endedAt: first,
    limit,
  };
}
