import { callBack, mechanisms } from '@minsheng/contract';
import type { Checks } from './checks.ts';
import { hired, type Person } from './person.ts';
import type { Stage } from './story.ts';

/** 中心的人: whoever takes an appeal from the first call to its end. */
export interface Centre extends Stage {
  readonly agent: Person;
  readonly dispatcher: Person;
  readonly reviewer: Person;
  readonly caller: Person;
  readonly director: Person;
}

/** The centre, and somebody of a unit that was not there before. */
export async function centreWith(
  stage: Stage,
  unit: { login: string; name: string; unitCode: string },
): Promise<{ centre: Centre; worker: Person }> {
  const [agent, dispatcher, reviewer, caller, director, admin] = await Promise.all(
    ['agent', 'dispatcher', 'reviewer', 'call-back', 'director', 'admin'].map(stage.person),
  );
  if (!agent || !dispatcher || !reviewer || !caller || !director || !admin)
    throw new Error('Somebody of the centre is missing.');
  const worker = await hired(stage.server, admin, { ...unit, role: 'unit-leader' });
  return { centre: { ...stage, agent, dispatcher, reviewer, caller, director }, worker };
}

export const fill = (
  who: Person,
  orderId: string,
  values: Record<string, string | number | boolean>,
): Promise<unknown> => who.call(mechanisms.fillForm, { orderId, values });

interface LastAnswer {
  readonly orderId: string;
  readonly processRating: 'satisfied' | 'very-satisfied';
  /** What the mechanism wants to hear besides, and what is checked while it is missing. */
  readonly wanted: { readonly [field: string]: string | number | boolean };
  readonly what: string;
}

/** 回访结案: not before the requester has said what the mechanism asks. */
export async function closedWhenSaid(
  { checks, caller }: { checks: Checks; caller: Person },
  { orderId, processRating, wanted, what }: LastAnswer,
): Promise<void> {
  const said = { contacted: true, solved: 'solved', resultRating: 'satisfied' } as const;
  const answers = { ...said, processRating, reason: '', reasonClass: null };
  await caller.call(callBack.attempt, { orderId, reached: true, answers });
  const closing = { orderId, as: 'solved' } as const;
  checks.same(what, await caller.refusal(callBack.close, closing), 'mechanisms.incomplete');
  await fill(caller, orderId, wanted);
  await caller.call(callBack.close, closing);
}
