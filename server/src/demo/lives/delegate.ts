import { delegate } from '../../modules/dispatch/delegate.ts';
import * as dispatch from '../../modules/dispatch/index.ts';
import * as organisation from '../../modules/organisation/index.ts';
import { type Actor, systemActor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Life, type Scene, soon } from './scene.ts';

type Duty = dispatch.Assignment;

/** 下派: a county passes its duty on, a township sometimes; bureaus work themselves. Null when nobody stands below. */
export async function* delegated(scene: Scene, duty: Duty, worker: Actor): Life<Duty | null> {
  const { world, chance } = scene;
  const passesOn = duty.unit_kind === 'county' || (duty.unit_kind === 'township' && chance.of(0.7));
  if (!passesOn) return null;
  yield soon(scene, [10, 120], 'office');
  // A limit that has passed cannot be shared with anybody below.
  if (duty.due_at !== null && duty.due_at <= world.clock.now()) return null;
  for (const unitCode of await world.do(systemActor, unitsBelow, {
    duty,
    area: scene.part.place.areaCode,
  })) {
    const childId = await tried(scene, duty, worker, unitCode);
    if (childId)
      return world.do(
        systemActor,
        (ctx, id: string) => dispatch.one(ctx, duty.order_id, id),
        childId,
      );
  }
  return null;
}

/** The catalogue's level may forbid a township: then the next is tried. */
async function tried(
  { world }: Scene,
  duty: Duty,
  worker: Actor,
  unitCode: string,
): Promise<string | null> {
  const key = { orderId: duty.order_id, assignmentId: duty.id };
  const note = '请到现场核实处理,办结后反馈。';
  try {
    return (await world.do(worker, delegate, { ...key, unitCode, note })).assignmentId;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Where the thing is, first; then bureaus of the county. */
async function unitsBelow(
  ctx: Context,
  { duty, area }: { duty: Duty; area: string },
): Promise<string[]> {
  const below = (await organisation.childrenOf(ctx, duty.unit_code)).filter(
    (unit) => unit.takes_orders,
  );
  const isThere = ({ code }: organisation.Unit) => area.startsWith(code);
  const bureaus = below.filter(({ kind }) => kind === 'county-department');
  return [...below.filter(isThere), ...bureaus].map(({ code }) => code).slice(0, 6);
}
