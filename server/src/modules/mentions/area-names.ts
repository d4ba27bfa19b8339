import { dictionaryWords, type TaggedWord } from '../text/index.ts';
import { type Gazetteer, lineageOf, type NamedArea, type NameForm } from './gazetteer.ts';
import type { Span } from './place.ts';

export interface WeighedArea extends NamedArea {
  /** 0 to 1: that the name means this area here. */
  readonly weight: number;
}

/** 区划名: a name of the gazetteer in the text, with every area of that name. */
export interface AreaName extends Span {
  readonly text: string;
  readonly areas: readonly WeighedArea[];
  /** The most of them. */
  readonly weight: number;
}

const weights: Readonly<Record<NameForm, number>> = {
  full: 1,
  short: 0.85,
  alias: 0.8,
  within: 0.75,
  bare: 0.5,
};

/** A name before these says where an office sits, which is mostly, not always, where the trouble is. */
const officeAfter =
  /^(?:市|区|县)?(?:公安|住建|城管|人社|人力|教育|交警|交通|政府|法院|检察|税务|市监|市场监|环保|生态环境|农业|民政|卫健|供电|水务|自来水|医保|信访|纪委|派出所|银行|农商|电力|燃气|消防|城市管理|自然资源|不动产|社保|行政)/;
/** 东山路, 龙文北路: named after a place, and standing anywhere. */
const roadAfter =
  /^[东南西北中上下前后内外新老]?[一二三四五六七八九十\d]*(?:大道|大街|路(?![边上口旁])|街(?![道上头边心])|巷(?![子口])|弄|桥|道(?![理德路]))/;
const kindAfter = /^(?:省|市|区|县|镇|乡(?![下里间镇])|街道|村|社区)/;
const ownTag = 'x';
const actTags = /^(?:v|a|d|b)/;
const endsLikeVillage = /[村庄屯社坑厝寨]$/;

/** Every name of the city in the text; long ones first, none over another. */
export function areaNamesIn(
  text: string,
  words: readonly TaggedWord[],
  gazetteer: Gazetteer,
): AreaName[] {
  const named = candidates(text, gazetteer);
  if (named.length === 0) return [];
  // A guessed word runs across names the dictionary does not hold: 霞葛有|个; the dictionary alone lets them fall apart.
  const starts = [words, dictionaryWords(text)].map(
    (cut) => new Set(cut.map(({ start }) => start)),
  );
  const found = named.flatMap((span): AreaName[] => {
    const isCutOut = starts.some(
      (cut) => cut.has(span.start) && (cut.has(span.end) || span.end === text.length),
    );
    const tag = words.find(({ start, word }) => start === span.start && word === span.text)?.tag;
    const isOwn = tag === ownTag;
    const isAct = tag !== undefined && actTags.test(tag);
    const begins = starts.some((cut) => cut.has(span.start));
    const heard = (gazetteer.areasByName.get(span.text) ?? [])
      .map((area) => ({
        ...area,
        weight: weightOf(text, span, area, { isCutOut, begins, isOwn, isAct }),
      }))
      .filter(({ weight }) => weight > 0);
    const areas = heard.filter((area) => !isSmallNamesake(area, heard, gazetteer));
    if (areas.length === 0) return [];
    return [{ ...span, areas, weight: Math.max(...areas.map(({ weight }) => weight)) }];
  });
  return withoutOverlaps(found);
}

/** 书洋 is the town rather than the village of that name in it, 巴里坤 the county rather than its own town. */
function isSmallNamesake(
  { form, level, code }: NamedArea,
  heard: readonly NamedArea[],
  gazetteer: Gazetteer,
): boolean {
  if (form !== 'bare') return false;
  if (level === 'village') return heard.some((other) => other.level !== 'village');
  const larger = lineageOf(gazetteer, code).slice(1);
  return (
    level === 'town' && heard.some((other) => other.form === 'bare' && larger.includes(other.code))
  );
}

interface Candidate extends Span {
  readonly text: string;
}

function candidates(text: string, gazetteer: Gazetteer): Candidate[] {
  const found: Candidate[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (const name of gazetteer.byFirst.get(text.charAt(start)) ?? []) {
      if (text.startsWith(name, start)) found.push({ start, end: start + name.length, text: name });
    }
  }
  return found;
}

interface Cut {
  readonly isCutOut: boolean;
  readonly begins: boolean;
  /** No word of the language, so that it is hardly anything but a name. */
  readonly isOwn: boolean;
  /** 建设, 长乐: also a word for what people do or are. */
  readonly isAct: boolean;
}

function weightOf(
  text: string,
  { start, end }: Span,
  { form, level }: NamedArea,
  { isCutOut, begins, isOwn, isAct }: Cut,
): number {
  const after = text.slice(end, end + 8);
  if (form === 'full' || form === 'short')
    return officeAfter.test(after) ? weights[form] * 0.6 : weights[form];
  if (roadAfter.test(after) || kindAfter.test(after)) return 0;
  // Half a word is no place: 南山 in 河南山区.
  if (!isCutOut) {
    if (form !== 'bare') return weights[form] * 0.6;
    return level === 'county' && begins ? 0.35 : 0;
  }
  if (form !== 'bare') return weights[form];
  if (level === 'village') return end - start > 2 ? 0.25 : isOwn ? 0.22 : 0.12;
  if (level === 'town' && isAct) return 0.12;
  return officeAfter.test(after) ? 0.3 : level === 'county' ? weights.bare : 0.35;
}

function withoutOverlaps(found: readonly AreaName[]): AreaName[] {
  const longFirst = found.toSorted(
    (a, b) => b.end - b.start - (a.end - a.start) || b.weight - a.weight || a.start - b.start,
  );
  const kept: AreaName[] = [];
  for (const name of longFirst) {
    if (!kept.some(({ start, end }) => name.start < end && start < name.end)) kept.push(name);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** A bare village name is a place when its kind can be heard in it or a larger area stands right before it. */
export function isBacked(name: AreaName, before: AreaName | undefined): boolean {
  if (name.weight > 0.2) return true;
  if (endsLikeVillage.test(name.text) && name.text.length > 2) return true;
  return before !== undefined && before.end === name.start;
}
