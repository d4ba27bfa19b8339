import { type Chance, chanceOf } from './chance.ts';
import { placeIn, type Villages } from './demo-places.ts';
import type { Part, Place, Stop } from './lives/scene.ts';
import { dayAt, minutesAfter } from './office-time.ts';
import type { AppealWords, DemoTexts, DoneWords, GroupWords } from './texts.ts';

/** What the cast is made from. */
export interface Casting {
  texts: DemoTexts;
  villages: Villages;
  end: Date;
  /** Type of a matter, as the city's tree says. */
  typeOf(matter: string): Part['type'];
  /** Where the demo's own township and village sit, and which texts fit there. */
  home: readonly Place[];
}

/** How many orders stand where, and how many days ago their words came in. */
const standing: readonly { stops: Stop; count: number; days: readonly [number, number] }[] = [
  { stops: 'to-accept', count: 9, days: [0, 0] },
  { stops: 'to-dispatch', count: 14, days: [0, 1] },
  { stops: 'withdrawn', count: 4, days: [2, 12] },
  { stops: 'sent', count: 12, days: [0, 0] },
  { stops: 'working', count: 22, days: [1, 4] },
  // Long enough ago to be late.
  { stops: 'working', count: 12, days: [9, 15] },
  { stops: 'to-sign-off', count: 6, days: [1, 5] },
  { stops: 'need-info', count: 6, days: [1, 2] },
  { stops: 'reply-review', count: 14, days: [2, 6] },
  { stops: 'call-back', count: 18, days: [3, 8] },
  { stops: null, count: 54, days: [4, 21] },
  // Closed for so long that they are archived.
  { stops: null, count: 10, days: [48, 58] },
];

/** 演员表: some two hundred and forty orders, by the hour their words come in. */
export function castOf(casting: Casting): Part[] {
  const parts = [
    ...appeals(casting),
    ...atHome(casting),
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
      const words = texts.appeals[(no * 31) % texts.appeals.length];
      if (!words) throw new Error('The demo has no texts.');
      const chance = chanceOf(`appeal ${no}`);
      return {
        ...appeal(casting, words, { chance, place: placeFor(casting, words, chance) }),
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
    person: `person ${chance.between(1, 900_000)}`,
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

/** One in six happens where the demo's own township and village are, so that their desks live too. */
function placeFor({ texts, villages, home }: Casting, words: AppealWords, chance: Chance): Place {
  if (homeKinds.includes(words.at) && home.length > 0 && chance.of(0.17)) return chance.one(home);
  const spots = texts.places[words.at];
  if (!spots) throw new Error(`The demo knows no place of kind ${words.at}.`);
  return placeIn(chance.one(spots), villages, chance);
}

const moments = ['昨天晚上', '今天早上', '上周末', '前天傍晚', '昨天中午', '刚才'];

const filled = (text: string, place: string, chance: Chance): string =>
  text.replaceAll('{place}', place).replaceAll('{time}', chance.one(moments));

function timing(
  { end }: Casting,
  chance: Chance,
  { stops, days }: { stops: Stop; days: readonly [number, number] },
): Pick<Part, 'at' | 'channel'> {
  // What waits to be accepted came by web; people on the telephone are written down at once.
  const web = stops === 'to-accept' || chance.of(0.25);
  const channel = web ? 'web' : chance.one(['phone', 'phone', 'phone', 'visit'] as const);
  const daysAgo = chance.between(days[0], days[1]);
  const minute = chance.between(7 * 60 + 30, 21 * 60);
  const at = dayAt(end, daysAgo, minute);
  const latest = minutesAfter(end, -chance.between(stops === 'to-accept' ? 8 : 45, 300));
  return { channel, at: at < latest ? at : latest };
}

function groupParts(casting: Casting, group: GroupWords, at: number): Part[] {
  const chance = chanceOf(`group ${at}`);
  const place = { areaCode: group.area, address: group.address };
  const firstDays = group.night ? 2 : 9;
  const nightMinute = 21 * 60 + 40;
  const stops: readonly Stop[] = [
    'call-back',
    'reply-review',
    'working',
    null,
    'working',
    'to-dispatch',
  ];
  return group.sayings.map((say, no) => ({
    seed: `group-${at}-${no}`,
    person: `group ${at} person ${no}`,
    at: group.night
      ? minutesAfter(dayAt(casting.end, firstDays, nightMinute), no * chance.between(4, 13))
      : dayAt(casting.end, Math.max(1, firstDays - no), chance.between(480, 1200)),
    channel: no % 3 === 1 ? 'web' : 'phone',
    who: 'person',
    matter: group.matter,
    type: casting.typeOf(group.matter),
    secrecy: 0,
    title: group.title,
    say,
    want: '',
    place,
    outcome: { result: 'dispatch', done: group satisfies DoneWords },
    stops: stops[no] ?? null,
    repeats: null,
    group: `group-${at}`,
  }));
}

/** 咨询、分类告知、即时转接: no order goes out, yet most calls are these. */
function guidance(casting: Casting): Part[] {
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
        outcome: { result: 'transfer', to },
      }),
    ),
  ];
}

const againMinutes = 1300;

/** 重复来电: some call again about the same thing, a day later. */
function repeats({ end }: Casting, parts: readonly Part[]): Part[] {
  const isOldEnough = ({ at }: Part) => minutesAfter(at, againMinutes + 60) < end;
  const unsolved = parts.filter((part) => part.stops === 'working' && isOldEnough(part));
  return unsolved.slice(0, 7).map((part) => ({
    ...part,
    seed: `${part.seed}-again`,
    at: minutesAfter(part.at, againMinutes),
    channel: 'phone',
    say: `之前反映过的事还没有解决:${part.say}`,
    repeats: part.seed,
  }));
}
