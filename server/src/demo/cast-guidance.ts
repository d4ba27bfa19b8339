import { type Casting, timing } from './casting.ts';
import { chanceOf } from './chance.ts';
import { placeIn } from './demo-places.ts';
import type { Part } from './lives/scene.ts';
import { minutesAfter } from './office-time.ts';

/** 咨询、分类告知、即时转接: no order goes out, yet most calls are these. */
export function guidance(casting: Casting): Part[] {
  const { texts } = casting;
  const plain = (seed: string, matter: string, say: string): Part => {
    const chance = chanceOf(seed);
    const spots = texts.places.hall ?? Object.values(texts.places)[0] ?? [];
    const base = timing(casting, chance, { stops: null, days: [0, 20] });
    return {
      seed,
      person: `person ${seed}`,
      ...base,
      channel: 'phone',
      who: 'person',
      matter,
      type: casting.typeOf(matter),
      secrecy: 0,
      title: null,
      say,
      want: '',
      place: placeIn(chance.one(spots), casting.villages, chance),
      outcome: { result: 'answer', answer: '' },
      stops: null,
      repeats: null,
      group: null,
    };
  };
  return [
    ...texts.questions.map(
      ({ matter, say, answer }, no): Part => ({
        ...plain(`question-${no}`, matter, say),
        outcome: { result: 'answer', answer },
      }),
    ),
    ...texts.disposed.map(
      ({ matter, say, code, reason }, no): Part => ({
        ...plain(`disposed-${no}`, matter, say),
        outcome: { result: 'dispose', code, reason },
      }),
    ),
    ...texts.transferred.map(
      ({ matter, say, to }, no): Part => ({
        ...plain(`transferred-${no}`, matter, say),
        // One of them still waits, as on any day.
        ...(no === 0 && { at: minutesAfter(casting.end, -40), stops: 'in-transfer' }),
        outcome: { result: 'transfer', to },
      }),
    ),
  ];
}
