import type { EventType } from '@minsheng/contract/words/events.ts';
import { listOf, numberOf, textOf } from './event-data.ts';
import { type Hear, roundOf, type Story, type Told } from './story.ts';

/** Who leads as it happens: the last one that was not taken off. */
export const leadNow = (story: Story) =>
  [...story.duties.values()].findLast(({ role, endedAt }) => role === 'lead' && endedAt === null) ??
  null;

const answered: Hear = (story, { at, type, data }) => {
  const reached = type === 'call-back.rated' || data.reached === true;
  roundOf(story, numberOf(data.round)).answers.push({
    at,
    reached,
    // By page or SMS nobody is asked whether the unit spoke with them.
    contacted: type === 'call-back.rated' ? null : booleanOf(data.contacted),
    solved: textOf(data.solved),
    process: textOf(data.process),
    result: textOf(data.result),
    reasonClass: textOf(data.reasonClass),
  });
};

const booleanOf = (value: Told['data'][string] | undefined) =>
  value === undefined ? undefined : typeof value === 'boolean' ? value : null;

const rejected: Hear = (story) => {
  roundOf(story, null).isRejected = true;
};

const redone: Hear = (story, { data }) => {
  const next = numberOf(data.round);
  if (next === null) return;
  roundOf(story, next - 1).isRedone = true;
  roundOf(story, next);
};

/** What became of the work: answer, review, call-back, rating, and what was said about it later. */
export const hearResult: Partial<Record<EventType, Hear>> = {
  'handling.submitted': (story, { at }) => {
    roundOf(story, null).firstReplyAt ??= at;
  },
  'handling.reply-rejected': rejected,
  'handling.clearing-rejected': rejected,
  'handling.reply-approved': (story, { at }) => {
    const round = roundOf(story, null);
    const lead = leadNow(story);
    round.approvedAt = at;
    round.lead = lead;
    round.claim = lead?.claim ?? null;
    round.handedInAt = lead?.submittedAt ?? at;
    if (story.parkedAt && !story.isLedgerOver) story.clearedAt ??= at;
  },
  /** 一并答复: another order's answer is this one's too. */
  'merging.answered': (story, { at, data }) => {
    const round = roundOf(story, null);
    const unit = textOf(data.lead);
    round.approvedAt = at;
    round.lead = unit === null ? null : { unit, path: textOf(data.path) ?? unit };
  },
  /** 现场核查 of the answer there was. */
  'visits.found-about': (story) => {
    roundOf(story, null).isInspected = true;
  },
  'call-back.attempted': answered,
  'call-back.rated': answered,
  'call-back.redone': redone,
  'call-back.false-redone': redone,
  'call-back.closed': (story, { at, data }) => {
    const round = roundOf(story, numberOf(data.round));
    round.closedAs = textOf(data.kind);
    round.closedAt = at;
  },
  'call-back.false-found': (story, { data }) => {
    roundOf(story, numberOf(data.round)).isInspected = true;
  },
  'call-back.false-confirmed': (story, { data }) => {
    const round = roundOf(story, numberOf(data.round));
    round.isInspected = true;
    round.isFalse = true;
  },
  /** Upheld by a county it still goes to the city, and counts until then. */
  'call-back.contest-upheld': (story, { data }) => {
    if (data.counts === false)
      roundOf(story, numberOf(data.round)).contested = textOf(data.exclusion);
  },
  'deferrals.parked': (story, { at, data }) => {
    story.parkedAt = at;
    story.parkedLead = leadNow(story);
    story.clearedAt = null;
    story.isLedgerOver = false;
    story.lastMilestoneOn = listOf(data.milestonesOn).flatMap(textsOf).toSorted().at(-1) ?? null;
    if (story.lastMilestoneOn) story.everOn.push(story.lastMilestoneOn);
  },
};

const textsOf = (value: Told['data'][string]): string[] =>
  typeof value === 'string' ? [value] : [];
