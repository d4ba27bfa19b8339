import { hearAll } from '../../modules/telephony/index.ts';
import { systemActor } from '../../platform/actor.ts';
import { inventedPerson } from '../invented.ts';
import { minutesAfter } from '../office-time.ts';
import type { World } from '../world.ts';
import type { Life } from './scene.ts';

/** Who rang, how many minutes before the present, and after how many seconds they hung up; null let it ring to the end. */
const rang = [
  ['lost one', 52, 41],
  ['lost two', 33, null],
  ['lost three', 24, 18],
  ['lost three', 11, null],
] as const;

export interface LostCall {
  at: Date;
  happens(world: World): Life;
}

/** 漏接: a few who rang and were not answered, and wait to be rung back. */
export function lostCalls(end: Date): LostCall[] {
  return rang.map(([person, minutesAgo, givesUpAfterSeconds]) => {
    const at = minutesAfter(end, -minutesAgo);
    return { at, happens: (world) => ring(world, at, person, givesUpAfterSeconds) };
  });
}

async function* ring(world: World, at: Date, person: string, seconds: number | null): Life {
  yield at;
  const { phone } = inventedPerson(person);
  const script = seconds === null ? {} : { givesUpAfterSeconds: seconds };
  await world.do(
    systemActor,
    async (ctx, number) => {
      const { sim } = ctx.ports.telephones;
      const call = { callId: ctx.newId(), at: ctx.now, number, dialledLine: '12345' };
      await hearAll(ctx, sim.begin({ ...call, script }));
    },
    phone,
  );
}
