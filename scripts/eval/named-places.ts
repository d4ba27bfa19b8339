import { type Gazetteer, lineageOf, type Places } from '../../server/src/modules/mentions/index.ts';

/** A row's column `place` holds the names as the text says them: only rows that say one are counted for it. */
const areaLevels = { district: 'county', town: 'town', village: 'village' } as const;
const partKinds = ['road', 'number', 'poi'] as const;

interface Count {
  rows: number;
  found: number;
  given: number;
  right: number;
}

export interface NamedRow {
  /** The column as it stands. */
  readonly place: string;
  /** Where it really is. */
  readonly truth: string | null;
  /** What the reader chose. */
  readonly answer: string | null;
  readonly places: Places;
}

export interface NamedPlaces {
  count(gazetteer: Gazetteer, row: NamedRow): void;
  figures(): Record<string, unknown>;
}

/** 说了的地点: of what rows say of their place, how much is found; and of roads, numbers and sites found, how many they say. */
export function countNamedPlaces(): NamedPlaces {
  const counts = new Map<string, Count>();
  const countOf = (what: string): Count => {
    const count = counts.get(what) ?? { rows: 0, found: 0, given: 0, right: 0 };
    counts.set(what, count);
    return count;
  };
  return {
    count: (gazetteer, { place, truth, answer, places }) => {
      if (place === '') return;
      const said: Record<string, unknown> = JSON.parse(place);
      for (const [name, level] of Object.entries(areaLevels)) {
        if (typeof said[level] !== 'string') continue;
        const count = countOf(name);
        count.rows += 1;
        const right = truth === null ? null : atLevel(gazetteer, truth, level);
        if (right !== null && answer !== null && atLevel(gazetteer, answer, level) === right)
          count.found += 1;
      }
      for (const kind of partKinds) countPart(countOf(kind), said[kind], textsOf(places, kind));
    },
    figures: () =>
      Object.fromEntries([...counts].map(([name, count]) => [name, figuresOf(name, count)])),
  };
}

const textsOf = ({ mentions }: Places, kind: string): string[] =>
  mentions.filter((one) => one.kind === kind && !one.isCoded).map(({ text }) => text);

function countPart(count: Count, said: unknown, found: readonly string[]): void {
  const isSaid =
    typeof said === 'string' && found.some((text) => text.includes(said) || said.includes(text));
  if (typeof said === 'string') count.rows += 1;
  if (found.length > 0) count.given += 1;
  if (!isSaid) return;
  count.found += 1;
  count.right += 1;
}

const atLevel = (gazetteer: Gazetteer, code: string, level: string): string | null =>
  lineageOf(gazetteer, code).find((each) => gazetteer.byCode.get(each)?.level === level) ?? null;

function figuresOf(name: string, { rows, found, given, right }: Count) {
  const recall = share(found, rows);
  return name in areaLevels ? { rows, recall } : { rows, recall, precision: share(right, given) };
}

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 1000) / 1000;
