import { dayEnd, dayStart } from '../../platform/zone.ts';
import { leadNow } from './hear-result.ts';
import { type Holder, type Mark, mark, type Rules, unknown } from './mark.ts';
import type { Story, Supervision } from './story.ts';

/** K37: urged and supervised, for whoever leads now; and whether a supervision was answered in its time. */
export function pressureMarks(story: Story): Mark[] {
  const at = story.acceptedAt;
  if (at === null || story.firstSentAt === null) return [];
  const holder = leadNow(story) ?? story.leads.at(-1)?.duty ?? null;
  const supervisions = [...story.supervisions.values()];
  return [
    mark({ figure: 'K37-urged', at, holder, isMet: story.isUrged }),
    mark({ figure: 'K37-supervised', at, holder, isMet: supervisions.length > 0 }),
    ...supervisions.flatMap((one) => closing(one, holder)),
  ];
}

/** Answered or ended in its time; what has no limit cannot be late. */
function closing({ dueAt, doneAt, isLate, unit, path }: Supervision, lead: Holder | null): Mark[] {
  if (dueAt === null) return [];
  const holder = unit && path ? { unit, path } : lead;
  const about = { figure: 'K37-closed', at: dueAt, holder } as const;
  if (doneAt) return [mark({ ...about, isMet: doneAt <= dueAt && !isLate })];
  return [mark({ ...about, isMet: false, waitsUntil: isLate ? null : dueAt })];
}

/** K38: what was parked and still is, and of the plans that have run out those that were cleared. */
export function ledgerMarks(story: Story, { zone }: Rules): Mark[] {
  const at = story.parkedAt;
  const holder = story.parkedLead;
  if (at === null) return [];
  const isStill = story.clearedAt === null && !story.isLedgerOver;
  const parked = mark({ figure: 'K38-parked', at, holder, isMet: isStill });
  if (story.isLedgerOver) return [parked];
  if (story.lastMilestoneOn === null) return [parked, unknown('K38-cleared', at, holder)];
  const due = dayEnd(story.lastMilestoneOn, zone);
  const dueAt = dayStart(story.lastMilestoneOn, zone);
  const isCleared = story.clearedAt !== null;
  const planned = { figure: 'K38-cleared', at: dueAt, holder, isMet: isCleared } as const;
  return [parked, mark(isCleared ? planned : { ...planned, waitsUntil: due })];
}
