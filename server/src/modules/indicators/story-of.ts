import type { EventType } from '@minsheng/contract/words/events.ts';
import { hearDue } from './hear-due.ts';
import { hearDuty } from './hear-duty.ts';
import { hearOrder } from './hear-order.ts';
import { hearPressure } from './hear-pressure.ts';
import { hearResult } from './hear-result.ts';
import { emptyStory, type Hear, type Story, type Told } from './story.ts';

const hearings = [hearOrder, hearDuty, hearDue, hearResult, hearPressure];

const hearersOf = (type: EventType): Hear[] =>
  hearings.flatMap((heard) => {
    const hear = heard[type];
    return hear ? [hear] : [];
  });

/** 工单事实: a pure reading of an order's events, whole and in order. */
export function storyOf(events: readonly Told[]): Story {
  const story = emptyStory();
  for (const told of events) for (const hear of hearersOf(told.type)) hear(story, told);
  return story;
}

/** What has to be heard of for the facts to follow. */
export const heardTypes: readonly EventType[] = [
  ...new Set(hearings.flatMap((heard) => keysOf(heard))),
];

function keysOf(heard: Partial<Record<EventType, Hear>>): EventType[] {
  return Object.keys(heard).filter((key): key is EventType => key in heard);
}
