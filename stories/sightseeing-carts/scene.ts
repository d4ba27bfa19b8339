import { intake } from '@minsheng/contract';
import { inventedPhoneOf } from '../../server/src/demo/invented.ts';
import type { Person } from '../kit/person.ts';
import type { Stage } from '../kit/story.ts';
import { chance } from './chance.ts';

export interface Scene extends Stage {
  readonly agent: Person;
  readonly analyst: Person;
  readonly director: Person;
  readonly county: Person;
  /** The same seed tells the same: the beginning of the clock. */
  readonly random: () => number;
}

/** What a later chapter needs of the object that was found. */
export interface Watched {
  readonly nodeId: string;
  readonly watchId: string;
  readonly objectId: string;
  readonly words: {
    readonly name: string;
    readonly areaCode: string;
    readonly names: string[];
    readonly aliases: string[];
    readonly things: string[];
  };
}

export async function sceneOf(stage: Stage): Promise<Scene> {
  const [agent, analyst, director, county] = await Promise.all([
    stage.person('agent'),
    stage.person('analyst'),
    stage.person('director'),
    stage.person('county'),
  ]);
  const seed = (await stage.clock.now()).getTime() / 60_000;
  return { ...stage, agent, analyst, director, county, random: chance(seed) };
}

export interface Told {
  readonly on: string;
  readonly content: string;
  readonly who: string;
  readonly areaCode: string;
}

/** 受理: told at the desk and answered at once, so that nothing of it waits. */
export async function tell(
  { agent }: Scene,
  { content, who, areaCode }: Omit<Told, 'on'>,
  over: { channel?: 'media'; matterCode?: string; fields?: Record<string, string | boolean> },
): Promise<string> {
  const { orderId } = await agent.call(intake.createOrder, {
    ...{ content, areaCode, type: 'TS' },
    matterCode: over.matterCode ?? '120101',
    fields: over.fields ?? { spot_problem: 'order', still_there: false },
    ...(over.channel && { channel: over.channel }),
    requester: { phone: inventedPhoneOf(`carts ${who}`) },
    result: 'answer',
    answer: '已记录并转告景区,谢谢您的反映。',
  });
  return orderId;
}

export const dayAt = (on: string, hour: string): Date => new Date(`${on}T${hour}:00+08:00`);
