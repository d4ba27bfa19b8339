import type { EventType } from '@minsheng/contract/words/events.ts';
import { instantOf, numberOf, textOf } from './event-data.ts';
import type { Hear, Story, Supervision, Told } from './story.ts';

/** 催办 is S1; from S2 on it is 督办. */
const urging = 'S1';

const urged: Hear = (story) => {
  story.isUrged = true;
};

const opened: Hear = (story, { data }) => {
  if (data.level === urging) {
    story.isUrged = true;
    return;
  }
  const no = numberOf(data.no);
  if (no === null) return;
  const dueAt = instantOf(data.answerDueAt) ?? null;
  if (dueAt) story.everAt.push(dueAt);
  story.supervisions.set(no, {
    unit: textOf(data.unit),
    path: textOf(data.path),
    dueAt,
    doneAt: null,
    isLate: false,
  });
};

const toSupervision =
  (change: (one: Supervision, told: Told, story: Story) => void): Hear =>
  (story: Story, told: Told) => {
    const one = story.supervisions.get(numberOf(told.data.no) ?? 0);
    if (one) change(one, told, story);
  };

/** What presses on an order: urging, and each supervision with its own limit. */
export const hearPressure: Partial<Record<EventType, Hear>> = {
  'intake.urged': urged,
  'supervision.urged': urged,
  'supervision.opened': opened,
  'supervision.answered': toSupervision((one, { at }) => {
    one.doneAt ??= at;
  }),
  'supervision.closed': toSupervision((one, { at }) => {
    one.doneAt ??= at;
  }),
  /** The limit begins anew; late stays late. */
  'supervision.sent-back': toSupervision((one, { data }, story) => {
    one.doneAt = null;
    one.dueAt = instantOf(data.answerDueAt) ?? one.dueAt;
    if (one.dueAt) story.everAt.push(one.dueAt);
  }),
  /** The calendar was corrected, or the order stood still meanwhile. */
  'waits.moved': (story, told) => {
    if (told.data.wait !== 'supervision-answer') return;
    toSupervision((one, { data }) => {
      one.dueAt = instantOf(data.dueAt) ?? one.dueAt;
      if (one.dueAt) story.everAt.push(one.dueAt);
    })(story, told);
  },
  'supervision.late': toSupervision((one) => {
    one.isLate = true;
  }),
  'supervision.lapsed': (story, { data }) => {
    story.supervisions.delete(numberOf(data.no) ?? 0);
  },
};
