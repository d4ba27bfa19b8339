import type { EventType } from '@minsheng/contract/words/events.ts';
import { textOf } from './event-data.ts';
import type { Hear } from './story.ts';

const received: Hear = (story, { at, data }) => {
  story.acceptedAt ??= at;
  if (data.to !== 'to-accept') story.isAccepted = true;
  story.type = textOf(data.type) ?? story.type;
  story.matter = textOf(data.matter) ?? story.matter;
  story.area = textOf(data.area) ?? story.area;
  story.urgency = textOf(data.urgency) ?? story.urgency;
  story.issueId = textOf(data.issueId) ?? story.issueId;
  if (typeof data.hasNumber === 'boolean') story.hasNumber = data.hasNumber;
  if (data.channel === 'proactive') story.isProactive = true;
  if (typeof data.needsCallBack === 'boolean') story.needsCallBack = data.needsCallBack;
  if (data.to === 'to-dispatch') {
    story.toDispatchAt ??= at;
    story.urgencyThen ||= story.urgency;
  }
};

/** 恶意、骚扰、无声 (DG12) is no valid appeal: out of both sides of K8. */
const abuse = 'DG12';

const paused: Hear = (story, { at }) => story.pauses.push({ from: at, to: null });

/** The order itself, from the first word to the last. */
export const hearOrder: Partial<Record<EventType, Hear>> = {
  'intake.received': received,
  'intake.accepted': received,
  'intake.accepted-by-rule': received,
  'intake.answered': (story, told) => {
    received(story, told);
    story.isAnsweredAtOnce = true;
    story.endedAt = told.at;
  },
  'intake.disposed': (story, told) => {
    received(story, told);
    story.isValid = told.data.disposition !== abuse;
    story.endedAt = told.at;
  },
  /** 复核改为受理: the guidance was wrong, so it is an appeal like any other, to be dispatched from now on. */
  'guidance.reopened': (story, told) => {
    received(story, told);
    story.isValid = true;
    story.endedAt = null;
  },
  'intake.transferred': received,
  'intake.transfer-returned': received,
  'intake.withdrawn': (story, { at }) => {
    story.endedAt = at;
    story.isLedgerOver = true;
    for (const pause of story.pauses) pause.to ??= at;
  },
  /** 并单: handled with another one, so nothing of its own is to be dispatched. */
  'merging.merged': (story, { at }) => {
    story.endedAt = at;
    for (const pause of story.pauses) pause.to ??= at;
  },
  'merging.unmerged': (story, { at }) => {
    story.endedAt = null;
    if (story.firstSentAt === null) story.toDispatchAt = at;
  },
  'intake.number-corrected': (story) => {
    story.hasNumber = true;
  },
  'intake.urgency-changed': (story, { data }) => {
    story.urgency = textOf(data.after) ?? story.urgency;
  },
  'intake.repeat-linked': (story, { at, data }) => {
    if (textOf(data.repeats) !== null) story.repeats = true;
    if (textOf(data.repeatedBy) !== null) story.repeatedAt.push(at);
  },
  'dispatch.place-corrected': (story, { data }) => {
    story.area = textOf(data.toArea) ?? story.area;
  },
  'issues.linked': (story, { data }) => {
    story.issueId = textOf(data.issueId) ?? story.issueId;
  },
  'issues.unlinked': (story, { data }) => {
    story.issueId = textOf(data.otherIssueId) ?? story.issueId;
  },
  'handling.info-asked': (story, told) => {
    story.isInfoAsked = true;
    paused(story, told);
  },
  'deferrals.suspended': paused,
};
