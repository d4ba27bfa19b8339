import { callerFor } from './callers.ts';
import { groupParts, repeats } from './cast-groups.ts';
import { guidance } from './cast-guidance.ts';
import { underMechanisms } from './cast-mechanisms.ts';
import { type Casting, timing } from './casting.ts';
import { type Chance, chanceOf } from './chance.ts';
import { placeIn } from './demo-places.ts';
import type { Part, Place, Stop } from './lives/scene.ts';
import type { AppealWords } from './texts.ts';

/** How many orders stand where, and how many days ago their words came in. */
const standing: readonly { stops: Stop; count: number; days: readonly [number, number] }[] = [
  { stops: 'to-accept', count: 9, days: [0, 0] },
  { stops: 'to-dispatch', count: 14, days: [0, 1] },
  { stops: 'withdrawn', count: 4, days: [2, 12] },
  { stops: 'sent', count: 12, days: [0, 0] },
  { stops: 'working', count: 18, days: [1, 4] },
  // Long enough ago to be late.
  { stops: 'working', count: 12, days: [9, 15] },
  { stops: 'to-sign-off', count: 6, days: [1, 5] },
  { stops: 'in-dispute', count: 5, days: [0, 0] },
  { stops: 'deferral-asked', count: 4, days: [1, 2] },
  { stops: 'parked', count: 5, days: [14, 50] },
  { stops: 'need-info', count: 6, days: [1, 2] },
  { stops: 'reply-review', count: 14, days: [2, 6] },
  { stops: 'call-back', count: 18, days: [3, 8] },
  { stops: null, count: 46, days: [4, 21] },
  // Closed for so long that they are archived.
  { stops: null, count: 6, days: [48, 58] },
  // Parked, and nobody has written since how far it is.
  { stops: 'unreviewed', count: 1, days: [37, 44] },
  // Long orders with a stage report; the next of the older ones is late.
  { stops: 'reporting', count: 2, days: [4, 6] },
  { stops: 'reporting', count: 2, days: [14, 17] },
];

/** 演员表: some two hundred and forty orders, by the hour their words come in. */
export function castOf(casting: Casting): Part[] {
  const parts = [
    ...appeals(casting),
    ...atHome(casting),
    ...atBureau(casting),
    ...underMechanisms(casting),
    ...casting.texts.groups.flatMap((group, at) => groupParts(casting, group, at)),
    ...guidance(casting),
  ];
  return [...parts, ...repeats(casting, parts)].toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function appeals(casting: Casting): Part[] {
  const { texts } = casting;
  let no = 0;
  return standing.flatMap(({ stops, count, days }) =>
    Array.from({ length: count }, () => {
      no += 1;
      const chance = chanceOf(`appeal ${no}`);
      const words = wordsFor(casting, stops, no);
      // Told once more, it is about another place.
      const turn = no + Math.floor(no / texts.appeals.length);
      return {
        ...appeal(casting, words, { chance, place: placeFor(casting, words, { chance, turn }) }),
        seed: `appeal-${no}`,
        stops,
        ...timing(casting, chance, { stops, days }),
      };
    }),
  );
}

function appeal(
  casting: Casting,
  words: AppealWords,
  { chance, place }: { chance: Chance; place: Place },
): Part {
  const said = (text: string) => filled(text, place.address, chance);
  return {
    seed: '',
    person: callerFor(`${chance.between(1, 900_000)}`),
    at: casting.end,
    channel: 'phone',
    who: words.who ?? 'person',
    matter: words.matter,
    type: words.type ?? casting.typeOf(words.matter),
    secrecy: words.secret ?? 0,
    title: said(words.title).slice(0, 60),
    say: said(words.say),
    want: words.want,
    place,
    outcome: { result: 'dispatch', done: words },
    stops: null,
    repeats: null,
    group: null,
  };
}

const homeKinds = ['village', 'street', 'estate', 'market'];

/** What a county, its bureau, a township and a village answer for themselves. */
const homeMatters = ['020403', '070101', '070102', '130302', '170102', '030202'];
const homeStops: readonly Stop[] = ['sent', 'working', 'working', 'reply-review', null];

/** 本乡本土: so that the desks of the demo's own county, township and village are never empty. */
function atHome(casting: Casting): Part[] {
  const { texts, home } = casting;
  if (home.length === 0) return [];
  const fitting = texts.appeals.filter(({ matter }) => homeMatters.includes(matter));
  return fitting.flatMap((words) =>
    homeStops.map((stops, no): Part => {
      const seed = `home-${words.matter}-${no}`;
      const chance = chanceOf(seed);
      const days = stops === 'sent' ? ([0, 0] as const) : ([2, 9] as const);
      return {
        ...appeal(casting, words, { chance, place: chance.one(home) }),
        seed,
        stops,
        ...timing(casting, chance, { stops, days }),
      };
    }),
  );
}

const bureauStops: readonly Stop[] = ['sent', 'working', 'working', 'reply-review'];

/** 专业局: what waits at the desk of the demo's other bureau, which leads in a few matters only. */
function atBureau(casting: Casting): Part[] {
  return casting.texts.bureau.flatMap(({ matter, area, address }) => {
    const words = casting.texts.appeals.find((each) => each.matter === matter);
    if (!words) throw new Error(`The demo has no appeal about matter ${matter}.`);
    return bureauStops.map((stops, no): Part => {
      const seed = `bureau-${matter}-${no}`;
      const chance = chanceOf(seed);
      const days = stops === 'sent' ? ([0, 0] as const) : ([1, 4] as const);
      return {
        ...appeal(casting, words, { chance, place: { areaCode: area, address } }),
        seed,
        stops,
        ...timing(casting, chance, { stops, days }),
      };
    });
  });
}

/** One in six happens where the demo's own township and village are, so that their desks live too. */
function placeFor(
  { texts, villages, home }: Casting,
  words: AppealWords,
  { chance, turn }: { chance: Chance; turn: number },
): Place {
  if (homeKinds.includes(words.at) && home.length > 0 && chance.of(0.17)) return chance.one(home);
  const spots = texts.places[words.at];
  const spot = spots?.[turn % spots.length];
  if (!spot) throw new Error(`The demo knows no place of kind ${words.at}.`);
  return placeIn(spot, villages, chance);
}

/** Roads and pipes: what the housing bureau's leader signs because it is urgent. */
const bureauMatters = ['010102', '010107', '010201', '010203'];

/** Stops that what is urgent never reaches: it is not returned, and goes into no ledger, which is for what has to be built. */
const canWait: readonly Stop[] = ['in-dispute', 'deferral-asked', 'parked', 'unreviewed'];
const inLedger: readonly Stop[] = ['parked', 'unreviewed'];

/** Each text in its turn; what waits for a signature is the housing bureau's. */
function wordsFor(casting: Casting, stops: Stop, no: number): AppealWords {
  const fitting = casting.texts.appeals.filter(({ matter, assets }) => {
    if (stops === 'to-sign-off') return bureauMatters.includes(matter);
    if (stops === 'reporting') return casting.isLong(matter) && !casting.isUrgent(matter);
    if (inLedger.includes(stops) && assets.length === 0) return false;
    return !canWait.includes(stops) || !casting.isUrgent(matter);
  });
  const words = fitting[(no * 31) % fitting.length];
  if (!words) throw new Error('The demo has no texts.');
  return words;
}

const moments = ['昨天晚上', '今天早上', '上周末', '前天傍晚', '昨天中午', '刚才'];

const filled = (text: string, place: string, chance: Chance): string =>
  text.replaceAll('{place}', place).replaceAll('{time}', chance.one(moments));
