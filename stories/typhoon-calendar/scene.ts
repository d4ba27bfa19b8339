import { calendar, orders } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Person } from '../kit/person.ts';
import type { Stage } from '../kit/story.ts';

export interface Scene extends Stage {
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly director: Person;
  readonly admin: Person;
}

export async function sceneOf(stage: Stage): Promise<Scene> {
  const [agent, dispatcher, director, admin] = await Promise.all([
    stage.person('agent'),
    stage.person('dispatcher'),
    stage.person('director'),
    stage.person('admin'),
  ]);
  return { ...stage, agent, dispatcher, director, admin };
}

/** One of them, and when it was due by the calendar of its dispatch. */
export interface Sent {
  readonly orderId: string;
  readonly group: Group;
  readonly dueAt: string;
}

/** 咨询 two working days, 求助 three, 紧急 24 natural hours, 特急 natural hours as well. */
export const groups = ['question', 'lamp', 'urgent', 'danger'] as const;
export type Group = (typeof groups)[number];
/** What a three days' limit from Friday crosses on Wednesday, and nothing else does. */
export const crosses = (group: Group): boolean => group === 'lamp';

export const closedDays = ['2026-08-12', '2026-08-13'] as const;
export const notice = '市防汛抗旱指挥部关于停工停业的通告(示例)';

/** 双人核对: the administrator proposes, the director confirms. */
export async function say(scene: Scene, kind: 'off' | 'plain'): Promise<void> {
  const { admin, director, clock } = scene;
  for (const on of closedDays) {
    const day = { on, kind, dayName: '台风停工', notice };
    const { correctionId } = await admin.call(calendar.proposeDay, day);
    await director.call(calendar.decideDay, { correctionId, confirmed: true });
  }
  await clock.advance(1);
}

export async function handleClock({ director }: Scene, orderId: string) {
  const { rows } = await director.call(orders.clocks, { orderId });
  return rows.find(({ name }) => name === 'handle');
}

type Event = ReplyOf<typeof orders.timeline>['rows'][number];

export async function movedEvents({ director }: Scene, orderId: string): Promise<Event[]> {
  const { rows } = await director.call(orders.timeline, { orderId });
  return rows.filter(({ type }) => type === 'dispatch.due-moved');
}
