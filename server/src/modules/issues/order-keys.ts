import { findPlaces, findSubjects, type Gazetteer, subjectKey } from '../mentions/index.ts';
import type { Telling } from '../orders/index.ts';
import { halfWidth, taggedWords, withoutPeople } from '../text/index.ts';
import { remembered } from './remembered.ts';

export const keyKinds = ['place', 'spot', 'subject', 'matter', 'word'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** 查找键: what another order about the same thing is likely to have as well. */
export interface OrderKey {
  readonly kind: KeyKind;
  readonly value: string;
  /** As this order says it: for whoever may read the order, and kept nowhere. */
  readonly said: string;
}

/** What keys are taken from; everything but the words may be missing while somebody types. */
export type Told = Pick<
  Telling,
  'title' | 'content' | 'address' | 'subjectName' | 'matterCode' | 'areaCode' | 'lng' | 'lat'
>;

const longestRead = 2_000;

/** 取键: places, the thing complained of, the matter in its town, and every word that could turn out to be a rare one. */
export const keysOf: (told: Told, gazetteer: Gazetteer) => OrderKey[] = remembered(
  ({ title, content, address, subjectName, matterCode, areaCode, lng, lat }: Told) =>
    JSON.stringify([title, content, address, subjectName, matterCode, areaCode, lng, lat]),
  readKeys,
);

function readKeys(told: Told, gazetteer: Gazetteer): OrderKey[] {
  const text = textOf(told);
  const places = findPlaces(text, gazetteer).mentions.filter(({ isCoded }) => !isCoded);
  const named = [...placeKeys(places, told), ...subjectKeys(text, told, places, gazetteer)];
  const keys = [...named, ...spotKeys(told), matterKey(told), ...wordKeys(text, named)];
  return [...new Map(keys.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}

/** What is read of an order when it is compared. */
export const textOf = ({ title, content, address }: Told): string =>
  withoutPeople(halfWidth([title, content.slice(0, longestRead), address].join('。')));

type Mention = ReturnType<typeof findPlaces>['mentions'][number];

function placeKeys(places: readonly Mention[], { areaCode }: Told): OrderKey[] {
  const keys = places.flatMap((place, at): OrderKey[] => {
    switch (place.kind) {
      case 'road':
        return [roadKey(place), ...numberKey(place, places[at + 1])];
      case 'poi':
        return [
          {
            kind: 'place',
            value: `at ${subjectKey(place.text)?.sound ?? place.text}`,
            said: place.text,
          },
        ];
      case 'village':
        return place.areaCode !== null && isVillage(place.areaCode)
          ? [areaKey(place.areaCode, place.text)]
          : [];
      default:
        return [];
    }
  });
  return isVillage(areaCode) ? [...keys, areaKey(areaCode, '')] : keys;
}

/** Twelve digits that end in 000 are a whole town. */
const isVillage = (code: string): boolean => code.length === 12 && !code.endsWith('000');

const roadKey = ({ text }: Mention): OrderKey => ({
  kind: 'place',
  value: `on ${text}`,
  said: text,
});
const areaKey = (code: string, said: string): OrderKey => ({
  kind: 'place',
  value: `in ${code}`,
  said,
});

function numberKey(road: Mention, next: Mention | undefined): OrderKey[] {
  if (next?.kind !== 'number' || next.start - road.end > 1) return [];
  const said = `${road.text}${next.text}`;
  return [{ kind: 'place', value: `on ${said}`, said }];
}

function subjectKeys(
  text: string,
  { subjectName }: Told,
  places: readonly Mention[],
  gazetteer: Gazetteer,
): OrderKey[] {
  const named = subjectKey(subjectName);
  const found = findSubjects(text, gazetteer).filter(
    ({ start, end }) => !places.some((place) => place.start < end && start < place.end),
  );
  return [
    ...(named ? [{ kind: 'subject' as const, value: named.sound, said: subjectName }] : []),
    ...found.map(({ key, text: said }) => ({ kind: 'subject' as const, value: key.sound, said })),
  ];
}

/** About two hundred metres. */
const cellsPerDegree = 500;
const cellOf = (degrees: number) => Math.floor(degrees * cellsPerDegree);

const spotKey = (x: number, y: number): OrderKey => ({
  kind: 'spot',
  value: `${x} ${y}`,
  said: '',
});

function spotKeys({ lng, lat }: Told): OrderKey[] {
  return lng === null || lat === null ? [] : [spotKey(cellOf(lng), cellOf(lat))];
}

/** The cells round a spot: what lies across the edge of a cell is near as well. */
export function spotsNear({ lng, lat }: Told): OrderKey[] {
  if (lng === null || lat === null) return [];
  const steps = [-1, 0, 1];
  return steps.flatMap((x) => steps.map((y) => spotKey(cellOf(lng) + x, cellOf(lat) + y)));
}

const matterKey = ({ matterCode, areaCode }: Told): OrderKey => ({
  kind: 'matter',
  value: `${matterCode} in ${areaCode.slice(0, 9)}`,
  said: '',
});

/** Never what is tagged as the name of a person. */
const tellingWord = /^(?:n(?!r)|v(?!d)|a(?!d)|i|l|j|b|z(?!g))/;
const mostWords = 40;

/** Names have keys of their own: without them the words say what happened. */
function wordKeys(text: string, named: readonly OrderKey[]): OrderKey[] {
  const bare = named.reduce(
    (rest, { said }) => (said === '' ? rest : rest.replaceAll(said, ' ')),
    text,
  );
  const words = taggedWords(bare)
    .filter(({ word, tag }) => word.length >= 2 && tellingWord.test(tag))
    .map(({ word }) => word);
  return [...new Set(words)]
    .slice(0, mostWords)
    .map((word) => ({ kind: 'word', value: word, said: word }));
}

/** 共有的键. */
export function sharedKeys(a: readonly OrderKey[], b: readonly OrderKey[]): OrderKey[] {
  const has = new Set(b.map(({ kind, value }) => `${kind} ${value}`));
  return a.filter(({ kind, value }) => has.has(`${kind} ${value}`));
}
