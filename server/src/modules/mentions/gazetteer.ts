import type { AreaLevel, Point } from './place.ts';

export interface KnownArea {
  readonly code: string;
  readonly parent: string | null;
  readonly name: string;
  readonly level: AreaLevel;
  readonly lng: number | null;
  readonly lat: number | null;
}

export interface KnownAlias {
  readonly alias: string;
  readonly area: string;
  /** nickname and old-name stand for the area itself; others lie in it. */
  readonly kind: string;
}

/** 学到的地名: in which area orders confirmed a road or a site to lie, and how often. */
export interface LearntPlace {
  /** `placeKey`. */
  readonly name: string;
  readonly areaCode: string;
  readonly count: number;
  /** Of all confirmations of this name. */
  readonly share: number;
  readonly point: Point | null;
}

/** How a name stands to its area: whole with its kind, without it, or an alias. */
export type NameForm = 'full' | 'short' | 'bare' | 'alias' | 'within';

export interface NamedArea {
  readonly code: string;
  readonly level: AreaLevel;
  readonly form: NameForm;
}

/** 地名库: the names of one city's areas, ready to be found in text. */
export interface Gazetteer {
  /** Names by their first character, longest first. */
  readonly byFirst: ReadonlyMap<string, readonly string[]>;
  readonly areasByName: ReadonlyMap<string, readonly NamedArea[]>;
  readonly byCode: ReadonlyMap<string, KnownArea>;
  readonly learnt: ReadonlyMap<string, readonly LearntPlace[]>;
}

export interface GazetteerSources {
  readonly areas: readonly KnownArea[];
  readonly aliases: readonly KnownAlias[];
  readonly learnt: readonly LearntPlace[];
}

export function gazetteerOf({ areas, aliases, learnt }: GazetteerSources): Gazetteer {
  const areasByName = new Map<string, NamedArea[]>();
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const add = (name: string, area: KnownArea, form: NameForm): void => {
    if (name.length < 2) return;
    const known = areasByName.get(name) ?? [];
    if (!known.some(({ code }) => code === area.code))
      known.push({ code: area.code, level: area.level, form });
    areasByName.set(name, known);
  };
  for (const area of areas) for (const [name, form] of formsOf(area)) add(name, area, form);
  for (const { alias, area: code, kind } of aliases) {
    const area = byCode.get(code);
    if (area) add(alias, area, kind === 'nickname' || kind === 'old-name' ? 'alias' : 'within');
  }
  return {
    byFirst: byFirstOf([...areasByName.keys()]),
    areasByName,
    byCode,
    learnt: Map.groupBy(learnt, ({ name }) => name),
  };
}

function byFirstOf(names: readonly string[]): Map<string, string[]> {
  const grouped = Map.groupBy(names, (name) => name.charAt(0));
  for (const [first, same] of grouped)
    grouped.set(
      first,
      same.toSorted((a, b) => b.length - a.length),
    );
  return grouped;
}

/** 简称: what people leave away of an official name. */
function formsOf({ name, level }: KnownArea): [string, NameForm][] {
  switch (level) {
    case 'city':
      return [
        [name, 'full'],
        [name.replace(/(市|地区)$/, ''), 'bare'],
      ];
    case 'county':
      return countyForms(name);
    case 'town':
      return townForms(name);
    case 'village':
      return villageForms(name);
    default:
      return level satisfies never;
  }
}

const peoples =
  /(?:哈萨克|蒙古|维吾尔|回|畲|满|藏|壮|苗|彝|土家|侗|瑶|白|傣|黎|朝鲜|锡伯|柯尔克孜|塔吉克|乌孜别克|达斡尔|鄂温克)+(?:族)?(?=自治|民族|族?乡)/;

function countyForms(name: string): [string, NameForm][] {
  const bare = name.replace(peoples, '').replace(/(自治县|自治旗|新区|区|县|市|旗)$/, '');
  const own: [string, NameForm][] = [
    [name, 'full'],
    [bare, 'bare'],
  ];
  return /自治县$/.test(name) ? [...own, [`${bare}县`, 'full']] : own;
}

function townForms(name: string): [string, NameForm][] {
  const plain = name.replace(/(街道办事处|管理委员会|管委会)$/, (end) =>
    end === '街道办事处' ? '街道' : '',
  );
  const bare = plain
    .replace(/^兵团/, '')
    .replace(peoples, '')
    .replace(/(民族乡|街道|镇|乡|苏木)$/, '');
  const own: [string, NameForm][] = [
    [name, 'full'],
    [plain, 'full'],
    [bare, 'bare'],
  ];
  return /民族乡|族乡/.test(name) || peoples.test(name) ? [...own, [`${bare}乡`, 'full']] : own;
}

const villageEnd =
  /(社区居民委员会|社区居委会|居民委员会|村民委员会|社区村委会|村委会|居委会|社区|嘎查|行政村|村)$/;

function villageForms(name: string): [string, NameForm][] {
  const proper = name.replace(villageEnd, '');
  // 下涝坝村村民委员会: the village itself is 下涝坝村.
  const bare = proper.length > 2 ? proper.replace(/村$/, '') : proper;
  const kinds = /社区|居/.test(name) ? ['社区', '居委会'] : ['村'];
  return [
    [name, 'full'],
    ...kinds.map((kind): [string, NameForm] => [`${bare}${kind}`, 'short']),
    [bare, 'bare'],
  ];
}

/** The area itself and all it lies in, smallest first. */
export function lineageOf(gazetteer: Gazetteer, code: string): string[] {
  const found: string[] = [];
  for (
    let area = gazetteer.byCode.get(code);
    area && !found.includes(area.code);
    area = area.parent === null ? undefined : gazetteer.byCode.get(area.parent)
  ) {
    found.push(area.code);
  }
  return found;
}
