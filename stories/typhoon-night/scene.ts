import { city } from '@minsheng/contract';
import type { Person } from '../kit/person.ts';
import type { Stage } from '../kit/story.ts';

export interface Scene extends Stage {
  readonly agent: Person;
  readonly analyst: Person;
  readonly shiftLead: Person;
  readonly dispatcher: Person;
  readonly director: Person;
  /** 110, one of the prepared group, who signs some of what it is sent. */
  readonly police: Person;
  /** Townships of two counties on the coast. */
  readonly areas: readonly string[];
  /** How many appeals that night bring; all of them with `--full`. */
  readonly howMany: number;
}

export const counties = ['350623', '350626'] as const;
/** In a night of the drill (M1-6), and as many as a check of every change has time for. */
const inFull = 300;
const inShort = 48;

export async function sceneOf(stage: Stage): Promise<Scene> {
  const [agent, analyst, shiftLead, dispatcher, director, police] = await Promise.all([
    stage.person('agent'),
    stage.person('analyst'),
    stage.person('shift-lead'),
    stage.person('dispatcher'),
    stage.person('director'),
    stage.person('police'),
  ]);
  const towns = await Promise.all(
    counties.map(async (parent) => (await agent.call(city.listAreas, { parent })).rows.slice(0, 3)),
  );
  return {
    ...{ ...stage, agent, analyst, shiftLead, dispatcher, director, police },
    areas: towns.flat().map(({ code }) => code),
    howMany: stage.isFull ? inFull : inShort,
  };
}
