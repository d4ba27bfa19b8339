import type { EventType } from '@minsheng/contract/words/events.ts';
import type { Json } from '../../platform/json.ts';
import { instantOf, listOf, partOf, textOf } from './event-data.ts';
import type { Duty, Hear, Story } from './story.ts';

export function remember(story: Story, duty: Duty): void {
  for (const at of [duty.signDueAt, duty.contactDueAt, duty.dueAt, duty.originalDueAt])
    if (at) story.everAt.push(at);
}

function moveDue(story: Story, moved: Json | undefined): void {
  for (const one of listOf(moved)) {
    const { assignment, dueAt, signDueAt } = partOf(one);
    const duty = story.duties.get(textOf(assignment) ?? '');
    const at = instantOf(dueAt);
    if (!duty || !at) continue;
    duty.dueAt = at;
    duty.signDueAt = instantOf(signDueAt) ?? duty.signDueAt;
    remember(story, duty);
  }
}

/** The clocks run again. An older event does not say by how much the limits of the duties moved. */
const runOn: Hear = (story, { at, data }) => {
  for (const pause of story.pauses) pause.to ??= at;
  if (data.duties === undefined)
    for (const duty of story.duties.values())
      if (duty.endedAt === null && duty.submittedAt === null) duty.isDueKnown = false;
  moveDue(story, data.duties);
};

const extended: Hear = (story, { data }) => {
  const asked = story.duties.get(textOf(data.extended) ?? '') ?? story.leads.at(-1)?.duty;
  if (!asked) return;
  for (const duty of story.duties.values())
    if (duty === asked || isBelow(story, duty, asked)) duty.isExtended = true;
  if (data.duties === undefined) asked.dueAt = instantOf(data.dueAt) ?? asked.dueAt;
  moveDue(story, data.duties);
  remember(story, asked);
};

function isBelow(story: Story, duty: Duty, above: Duty): boolean {
  const parent = duty.parent === null ? undefined : story.duties.get(duty.parent);
  return parent !== undefined && (parent === above || isBelow(story, parent, above));
}

/** 日历更正: a corrected calendar moves what was due, the original date too. */
const dueMoved: Hear = (story, { data }) => {
  for (const one of listOf(data.duties)) {
    const { assignment, after } = partOf(one);
    const duty = story.duties.get(textOf(assignment) ?? '');
    if (!duty) continue;
    const set = partOf(after);
    duty.signDueAt = instantOf(set.sign_due_at) ?? duty.signDueAt;
    duty.contactDueAt = instantOf(set.contact_due_at) ?? duty.contactDueAt;
    duty.dueAt = instantOf(set.due_at) ?? duty.dueAt;
    duty.originalDueAt = instantOf(set.original_due_at) ?? duty.originalDueAt;
    remember(story, duty);
  }
};

/** What moves a limit: time given, a clock that stood still, a calendar put right. */
export const hearDue: Partial<Record<EventType, Hear>> = {
  'dispatch.due-moved': dueMoved,
  'deferrals.extended': extended,
  'deferrals.resumed': runOn,
  'handling.info-given': runOn,
};
