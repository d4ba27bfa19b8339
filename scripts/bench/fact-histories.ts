import type { EventType } from '@minsheng/contract/words/events.ts';
import type { Json } from '../../server/src/platform/json.ts';

/** What happened, so many hours after the order came in. */
export interface Happened {
  readonly type: EventType;
  readonly hours: number;
  readonly data: Readonly<Record<string, Json>>;
}

const unit = { unit: 'bench', path: '350600/bench' };
const duty = (assignment: string) => ({ assignment, role: 'lead', ...unit });

function sent(base: Date): Happened[] {
  const at = (hours: number) => new Date(base.getTime() + hours * 3_600_000).toISOString();
  const words = { type: 'QZ', matter: '010105', area: '350602001000', urgency: 'U3' };
  const limits = { signDueAt: at(8), contactDueAt: at(9), dueAt: at(120) };
  return [
    {
      type: 'intake.accepted',
      hours: 0,
      data: {
        ...words,
        to: 'to-dispatch',
        issueId: '01980000-0000-7000-8000-000000000000',
        hasNumber: true,
        needsCallBack: true,
      },
    },
    { type: 'dispatch.assigned', hours: 0.4, data: { ...duty('d0'), ...limits, round: 0 } },
    { type: 'dispatch.sent', hours: 0.4, data: { lead: 'bench' } },
    { type: 'handling.signed', hours: 3, data: { ...duty('d0'), late: false } },
  ];
}

const answered = (assignment: string, hours: number): Happened[] => [
  { type: 'handling.handed-in', hours, data: { ...duty(assignment), solved: 'solved' } },
  { type: 'handling.submitted', hours, data: {} },
  { type: 'handling.done', hours: hours + 5, data: duty(assignment) },
  { type: 'handling.reply-approved', hours: hours + 5, data: {} },
];

const asked = (hours: number, round: number, solved: string, result: string): Happened => ({
  type: 'call-back.attempted',
  hours,
  data: { round, reached: true, contacted: true, solved, process: 'satisfied', result },
});

const closed = (hours: number, round: number): Happened => ({
  type: 'call-back.closed',
  hours,
  data: { kind: 'solved', round },
});

/** Of ten orders seven go well, two are redone, one still lies with its unit. */
export function histories(base: Date): readonly { share: number; events: readonly Happened[] }[] {
  const spoken: Happened = {
    type: 'handling.contacted',
    hours: 5,
    data: { ...duty('d0'), reached: true },
  };
  const again = { ...duty('d1'), round: 1, signDueAt: null, contactDueAt: null, dueAt: null };
  const well = [...sent(base), spoken, ...answered('d0', 40)];
  return [
    { share: 7, events: [...well, asked(50, 0, 'solved', 'satisfied'), closed(50, 0)] },
    {
      share: 2,
      events: [
        ...well,
        asked(50, 0, 'not-solved', 'dissatisfied'),
        { type: 'dispatch.assigned', hours: 51, data: again },
        { type: 'call-back.redone', hours: 51, data: { round: 1 } },
        ...answered('d1', 80),
        asked(90, 1, 'solved', 'basically'),
        closed(90, 1),
      ],
    },
    { share: 1, events: sent(base) },
  ];
}
