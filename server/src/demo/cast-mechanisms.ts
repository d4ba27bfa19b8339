import { callerFor } from './callers.ts';
import { type Casting, timing } from './casting.ts';
import { chanceOf } from './chance.ts';
import type { Part, Stop } from './lives/scene.ts';

/** Until where each of them comes; who tells of one thing again is another person. */
const stopsOfOne: readonly Stop[] = [null, null, 'working', 'sent'];

/** 特色机制: what the city does otherwise, with the answers its mechanism is fed by. */
export function underMechanisms(casting: Casting): Part[] {
  return casting.texts.mechanisms.flatMap((words, thing) =>
    stopsOfOne.map((stops, no): Part => {
      const seed = `mechanism-${thing}-${no}`;
      const chance = chanceOf(seed);
      const days = stops === 'sent' ? ([0, 0] as const) : ([1 + no, 16 - 2 * no] as const);
      const fields = words.answers[no % words.answers.length] ?? {};
      return {
        ...{ seed, stops, fields, person: callerFor(`${chance.between(1, 900_000)}`) },
        ...timing(casting, chance, { stops, days: stops === null ? [6, 20] : days }),
        ...{ who: 'person', matter: words.matter, secrecy: 0, repeats: null, group: null },
        type: words.type ?? casting.typeOf(words.matter),
        title: words.title,
        say: words.say,
        want: words.want,
        place: { areaCode: words.area, address: words.address },
        outcome: { result: 'dispatch', done: words },
      };
    }),
  );
}
