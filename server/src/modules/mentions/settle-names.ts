import type { TaggedWord } from '../text/index.ts';
import { type AreaName, isBacked } from './area-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { overlap, type PlaceShape, placeShapes, siteAt } from './place-shapes.ts';

export interface Settled {
  readonly shapes: readonly PlaceShape[];
  /** Names of areas that stand for the area. */
  readonly names: readonly AreaName[];
  /** Names of areas that stand for the road the area is named after. */
  readonly roads: readonly AreaName[];
}

/** 名与形: of what the city knows by name and what only looks like a name, which holds where both lie in one place. */
export function settleNames(
  text: string,
  words: readonly TaggedWord[],
  { named, gazetteer }: { named: readonly AreaName[]; gazetteer: Gazetteer },
): Settled {
  const roads = named.filter((name) => isRoad(name, gazetteer));
  const areas = named.filter((name) => !roads.includes(name));
  const alongRoads = roads.map(roadShape);
  const sites = areas
    .flatMap((name) => siteNamedAfter(text, name))
    .filter(({ shape }) => !alongRoads.some((road) => overlap(road, shape)));
  const known = [...alongRoads, ...sites.map(({ shape }) => shape)];
  const cuts = new Set([
    ...areas.filter((name) => ends(name, text)).map(({ end }) => end),
    ...roads.map(({ start }) => start),
  ]);
  const numberedAfter = new Set(named.map(({ end }) => end));
  const guessed = placeShapes(text, words, { cuts, numberedAfter })
    .filter((shape) => !known.some((other) => overlap(shape, other)))
    .filter((shape) => !areas.some((name) => isSurely(name, shape)))
    .map((shape) => withoutTown(shape, areas));
  const names = areas.filter(
    (name) =>
      sites.some((site) => site.name === name) || !guessed.some((shape) => swallows(shape, name)),
  );
  return {
    shapes: [...known, ...guessed].toSorted((a, b) => a.start - b.start),
    names: names.filter((name, at) => isBacked(name, names[at - 1])),
    roads,
  };
}

const endsLikeRoad = /(?:路|街|巷|大道)$/;
const ofCommunity = /社区|居/;

function isRoad({ text, areas }: AreaName, gazetteer: Gazetteer): boolean {
  if (text.length < 3 || !endsLikeRoad.test(text)) return false;
  return areas.every(
    ({ form, level, code }) =>
      form === 'bare' &&
      level === 'village' &&
      ofCommunity.test(gazetteer.byCode.get(code)?.name ?? ''),
  );
}

const roadShape = ({ start, end, text }: AreaName): PlaceShape => {
  const proper = text.replace(endsLikeRoad, '');
  return {
    kind: 'road',
    start,
    end,
    text,
    proper,
    suffix: text.slice(proper.length),
    isCoded: false,
  };
};

/** A village of two characters is too often a part of the site's own name. */
const leastForSite = 0.25;

interface NamedSite {
  readonly name: AreaName;
  readonly shape: PlaceShape;
}

/**
 * 武安小学: nothing but its kind stands after the town's name, so it lies there. A county has many of a kind: 漳浦汽车站 is
 * as good as no name.
 */
function siteNamedAfter(text: string, name: AreaName): NamedSite[] {
  const isSmall = name.areas.some(({ form, level }) => form !== 'within' && level !== 'county');
  if (!isSmall || name.weight < leastForSite) return [];
  const suffix = siteAt(text, name.end);
  if (suffix === null) return [];
  const { start } = name;
  const end = name.end + suffix.length;
  // 东河|广场小区: another name begins.
  if (siteAt(text, end) !== null) return [];
  const shape = { start, end, text: text.slice(start, end), proper: name.text, suffix };
  return [{ name, shape: { ...shape, kind: 'poi', isCoded: false } }];
}

/** What follows an area's name is another name: 芗城区|胜利路, 云霄|将军大道; but not 碧湖万达广场, 东山路. */
function ends({ end, weight, areas }: AreaName, text: string): boolean {
  if (weight >= 0.6) return true;
  if (!areas.some(({ level }) => level === 'county')) return false;
  return /^(?![东南西北中]?[一二三四五六]?[路街巷道大])\p{Script=Han}{3,}/u.test(
    text.slice(end, end + 4),
  );
}

const surely = 0.8;

/** The same stretch, or 芦溪蕉路|村: a name with its kind goes on where the shape ends. */
const isSurely = ({ start, end, weight }: AreaName, shape: PlaceShape): boolean =>
  (start === shape.start && end === shape.end) ||
  (weight >= surely && shape.start < start && shape.end > start && shape.end < end);

/** 石门路: the name is a part of another. 云霄县|道512 only shares a character. */
const swallows = (shape: PlaceShape, name: AreaName): boolean =>
  overlap(shape, name) &&
  shape.start <= name.start &&
  shape.end - shape.start > name.end - name.start;

const fewestOfName = 2;

/** 石码|工农路: the town before a name is no part of it as long as a name is left. */
function withoutTown(shape: PlaceShape, named: readonly AreaName[]): PlaceShape {
  const town = named.find(
    ({ start, end, areas }) =>
      start === shape.start &&
      end - start + fewestOfName <= shape.proper.length &&
      areas.some(({ level }) => level === 'town'),
  );
  if (town === undefined) return shape;
  const cut = town.end - town.start;
  return {
    ...shape,
    start: town.end,
    text: shape.text.slice(cut),
    proper: shape.proper.slice(cut),
  };
}
