import type { Person } from '../kit/person.ts';
import { photo } from '../kit/photo.ts';
import type { Stage } from '../kit/story.ts';

export interface Scene extends Stage {
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly reviewer: Person;
  readonly caller: Person;
  readonly analyst: Person;
  readonly housing: Person;
}

export const housingUnit = '650500.zjj';
/** 伊州区. */
export const county = '650502';

export async function sceneOf(stage: Stage): Promise<Scene> {
  const [agent, dispatcher, reviewer, caller, analyst, housing] = await Promise.all([
    stage.person('agent'),
    stage.person('dispatcher'),
    stage.person('reviewer'),
    stage.person('call-back'),
    stage.person('analyst'),
    stage.person('zjj-liaison'),
  ]);
  return { ...stage, agent, dispatcher, reviewer, caller, analyst, housing };
}

/** A picture as somebody takes it on the roof. */
export async function shown({ clock }: Scene, who: Person, shade: number): Promise<string> {
  const at = { lng: 93.51, lat: 42.82 };
  return who.upload(photo({ takenAt: await clock.now(), at, shade }), 'evidence');
}
