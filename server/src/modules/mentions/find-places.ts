import { halfWidth, taggedWords } from '../text/index.ts';
import { type AreaName, areaNamesIn } from './area-names.ts';
import { type Gazetteer, type LearntPlace, lineageOf } from './gazetteer.ts';
import type { PlaceKind, PlaceMention, PlaceReading, Places, Point } from './place.ts';
import { placeKey } from './place-key.ts';
import { overlap, type PlaceShape } from './place-shapes.ts';
import { type AreaEvidence, evidenceOf, readArea } from './read-area.ts';
import { type Settled, settleNames } from './settle-names.ts';

/** An appeal says where in its first page or never. */
const longestText = 4000;

/** 听出地点: every place prose names, and where all of them together say it is. Any text is safe. */
export function findPlaces(text: string, gazetteer: Gazetteer): Places {
  const read = halfWidth(text.slice(0, longestText));
  const words = taggedWords(read);
  const named = areaNamesIn(read, words, gazetteer);
  const settled = settleNames(read, words, { named, gazetteer });
  const { names, roads } = settled;
  const shapes = [...settled.shapes, ...kindlessIn(read, settled, gazetteer)];
  const known = shapes.map((shape) => ({ shape, learnt: learntOf(gazetteer, shape) }));
  const evidence = [
    ...evidenceOf(names),
    ...roads.map((name) => alongRoad(gazetteer, name)),
    ...known.flatMap(evidenceFrom),
  ];
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

/** Without a kind it may be a turn of phrase: one order more must agree than for a name that shows what it is. */
const fewestKindless = 3;

/** 锦江左岸: earlier orders know it, and no kind at its end would show it. */
function kindlessIn(text: string, { shapes, names }: Settled, { learnt }: Gazetteer): PlaceShape[] {
  return [...learnt].flatMap(([name, places]): PlaceShape[] => {
    if (places.every(({ count }) => count < fewestKindless)) return [];
    const start = text.indexOf(name);
    const span = { start, end: start + name.length };
    if (start < 0 || [...shapes, ...names].some((other) => overlap(other, span))) return [];
    return [{ ...span, kind: 'poi', text: name, proper: name, suffix: '', isCoded: false }];
  });
}

const learntOf = (gazetteer: Gazetteer, { text, isCoded }: PlaceShape): readonly LearntPlace[] =>
  isCoded ? [] : (gazetteer.learnt.get(placeKey(text)) ?? []);

interface KnownShape {
  readonly shape: PlaceShape;
  readonly learnt: readonly LearntPlace[];
}

/** 青年路: a community is named after its road, which runs on through others of the same county. */
function alongRoad(gazetteer: Gazetteer, { areas, text }: AreaName): AreaEvidence {
  const counties = areas.flatMap(
    ({ code }) =>
      lineageOf(gazetteer, code).find((each) => gazetteer.byCode.get(each)?.level === 'county') ??
      [],
  );
  const codes = [...new Set(counties)];
  return { areas: codes.map((code) => ({ code, weight: 0.3 })), text, isLearnt: false };
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
    kind: kindOf(name, area),
    text: name.text,
    areaCode: area?.code ?? null,
    point: known ? pointAt(known) : null,
    confidence: area ? name.weight : name.weight / name.areas.length,
    isCoded: false,
  };
}

const likeEstate = /(?:园|苑|城|湾|庭|府|新村)$/;

/** 秀水苑: a community is called by the estate it is named after. */
function kindOf({ areas, text }: AreaName, area: AreaName['areas'][number] | undefined): PlaceKind {
  const said = area ?? areas[0];
  if (said === undefined || said.form === 'within') return 'poi';
  return said.form === 'bare' && said.level === 'village' && likeEstate.test(text)
    ? 'poi'
    : said.level;
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
