import { halfWidth, taggedWords } from '../text/index.ts';
import { type AreaName, areaNamesIn, isBacked } from './area-names.ts';
import type { Gazetteer, LearntPlace } from './gazetteer.ts';
import type { PlaceMention, PlaceReading, Places, Point } from './place.ts';
import { placeKey } from './place-key.ts';
import { overlap, type PlaceShape, placeShapes } from './place-shapes.ts';
import { type AreaEvidence, evidenceOf, readArea } from './read-area.ts';

/** An appeal says where in its first page or never. */
const longestText = 4000;

/** 听出地点: every place prose names, and where all of them together say it is. Any text is safe. */
export function findPlaces(text: string, gazetteer: Gazetteer): Places {
  const read = halfWidth(text.slice(0, longestText));
  const words = taggedWords(read);
  const named = areaNamesIn(read, words, gazetteer);
  const shapes = placeShapes(
    read,
    words,
    new Set(named.filter((name) => ends(name, read)).map(({ end }) => end)),
  )
    .filter((shape) => !named.some(({ start, end }) => start === shape.start && end === shape.end))
    .map((shape) => withoutTown(shape, named));
  const names = backed(named, shapes);
  const known = shapes.map((shape) => ({ shape, learnt: learntOf(gazetteer, shape) }));
  const evidence = [...evidenceOf(names), ...known.flatMap(evidenceFrom)];
  const choice = readArea(gazetteer, evidence);
  const learntPoint = learntPointOf(known);
  const mentions = [
    ...names.map((name) => areaMention(gazetteer, name, choice.code)),
    ...known.map(({ shape, learnt }) => shapeMention(shape, learnt)),
  ]
    .map((mention) => ({ ...mention, text: text.slice(mention.start, mention.end) }))
    .toSorted((a, b) => a.start - b.start);
  const best: PlaceReading = {
    areaCode: choice.code,
    road: first(shapes, 'road'),
    number: first(shapes, 'number'),
    poi:
      first(shapes, 'poi') ??
      mentions.find(({ kind, isCoded }) => kind === 'poi' && !isCoded)?.text ??
      null,
    building: first(shapes, 'building'),
    point: learntPoint ?? areaPointOf(gazetteer, choice.code),
    isPointLearnt: learntPoint !== null,
    confidence: choice.confidence,
    isCoded: shapes.some(({ isCoded }) => isCoded) && choice.code === null,
    contradictedBy: choice.contradictedBy,
    offers: choice.offers,
  };
  return { mentions, best };
}

/** What follows an area's name is another name: 芗城区|胜利路, 云霄|将军大道; but not 碧湖万达广场, 东山路. */
function ends({ end, weight, areas }: AreaName, text: string): boolean {
  if (weight >= 0.6) return true;
  if (!areas.some(({ level }) => level === 'county')) return false;
  return /^(?![东南西北中]?[一二三四五六]?[路街巷道大])\p{Script=Han}{3,}/u.test(
    text.slice(end, end + 4),
  );
}

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

/** Names of areas that stand alone: not inside a road's or a site's own name, not a bare village out of nowhere. */
function backed(named: readonly AreaName[], shapes: readonly PlaceShape[]): AreaName[] {
  const alone = named.filter(
    (name) =>
      !shapes.some(
        (shape) => overlap(name, shape) && shape.end - shape.start > name.end - name.start,
      ),
  );
  return alone.filter((name, at) => isBacked(name, alone[at - 1]));
}

const learntOf = (gazetteer: Gazetteer, { text, isCoded }: PlaceShape): readonly LearntPlace[] =>
  isCoded ? [] : (gazetteer.learnt.get(placeKey(text)) ?? []);

interface KnownShape {
  readonly shape: PlaceShape;
  readonly learnt: readonly LearntPlace[];
}

/** What earlier orders confirmed: the more often and the more of one mind, the more it says. */
function evidenceFrom({ shape, learnt }: KnownShape): AreaEvidence[] {
  if (learnt.length === 0) return [];
  const areas = learnt.map(({ areaCode, count, share }) => ({
    code: areaCode,
    weight: 0.8 * share * (count / (count + 2)),
  }));
  return [{ areas, text: shape.text, isLearnt: true }];
}

function areaMention(gazetteer: Gazetteer, name: AreaName, chosen: string | null): PlaceMention {
  const own = name.areas.find(({ code }) => isWithin(gazetteer, chosen, code));
  const only = name.areas.length === 1 ? name.areas[0] : undefined;
  const area = own ?? only;
  const known = area ? gazetteer.byCode.get(area.code) : undefined;
  return {
    start: name.start,
    end: name.end,
    kind:
      (area ?? name.areas[0])?.form === 'within'
        ? 'poi'
        : ((area ?? name.areas[0])?.level ?? 'poi'),
    text: name.text,
    areaCode: area?.code ?? null,
    point: known ? pointAt(known) : null,
    confidence: area ? name.weight : name.weight / name.areas.length,
    isCoded: false,
  };
}

function shapeMention(shape: PlaceShape, learnt: readonly LearntPlace[]): PlaceMention {
  const [most] = learnt.toSorted((a, b) => b.share - a.share);
  return {
    start: shape.start,
    end: shape.end,
    kind: shape.kind,
    text: shape.text,
    areaCode: most && most.share > 0.5 ? most.areaCode : null,
    point: most && most.share > 0.5 ? most.point : null,
    confidence: shape.isCoded ? 0.3 : most ? 0.9 : 0.7,
    isCoded: shape.isCoded,
  };
}

function isWithin(gazetteer: Gazetteer, code: string | null, larger: string): boolean {
  for (let at = code; at !== null; at = gazetteer.byCode.get(at)?.parent ?? null)
    if (at === larger) return true;
  return false;
}

const first = (shapes: readonly PlaceShape[], kind: PlaceShape['kind']): string | null =>
  shapes.find((shape) => shape.kind === kind && !shape.isCoded)?.text ?? null;

const learntPointOf = (known: readonly KnownShape[]): Point | null =>
  known.flatMap((each) => each.learnt).find(({ point, share }) => point && share > 0.5)?.point ??
  null;

/** Of the smallest area that has a point; a county's middle is no address. */
function areaPointOf(gazetteer: Gazetteer, code: string | null): Point | null {
  const area = code === null ? undefined : gazetteer.byCode.get(code);
  return area && area.level !== 'city' && area.level !== 'county' ? pointAt(area) : null;
}

const pointAt = ({ lng, lat }: { lng: number | null; lat: number | null }): Point | null =>
  lng === null || lat === null ? null : { lng, lat };
