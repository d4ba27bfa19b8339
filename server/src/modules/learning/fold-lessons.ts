import type { LearntPlace, Point } from '../mentions/index.ts';

/** 地名课: one order that names the place, and where a person put it. */
export interface PlaceLesson {
  readonly areaCode: string;
  readonly point: Point | null;
}

const fewestOrders = 2;
const sureShare = 0.75;
/** Two areas may share a name; of more nobody could say which is meant. */
const sharedShare = 0.4;

/** 归纳: the smallest area nearly all lessons of a name agree on; where two share it, both; where many do, none. */
export function foldLessons(
  name: string,
  lessons: readonly PlaceLesson[],
  lineageOf: (code: string) => readonly string[],
): LearntPlace[] {
  const placed = lessons.map((lesson) => ({ ...lesson, lineage: lineageOf(lesson.areaCode) }));
  const codes = new Set(placed.flatMap(({ lineage }) => lineage.slice(0, -1)));
  const scored = [...codes].map((code) => {
    const lineage = lineageOf(code);
    const inside = placed.filter((lesson) => lesson.lineage.includes(code));
    // Who says no more than the county does not deny the town.
    const against = placed.filter(
      (lesson) => !lesson.lineage.includes(code) && !lineage.includes(lesson.areaCode),
    );
    const share = inside.length / (inside.length + against.length);
    return { code, lineage, inside, share };
  });
  const known = scored.filter(({ inside }) => inside.length >= fewestOrders);
  const sure = known.filter(({ share }) => share >= sureShare);
  const kept = sure.length > 0 ? sure : known.filter(({ share }) => share >= sharedShare);
  return kept
    .filter(({ code }) => !kept.some((other) => other.lineage.slice(1).includes(code)))
    .map(({ code, inside, share }) => ({
      name,
      areaCode: code,
      count: inside.length,
      share,
      point: medianOf(inside.flatMap(({ point }) => point ?? [])),
    }));
}

const fewestPoints = 2;

/** 中位点: one wrong pin among several moves it little. */
function medianOf(points: readonly Point[]): Point | null {
  if (points.length < fewestPoints) return null;
  return { lng: middle(points.map(({ lng }) => lng)), lat: middle(points.map(({ lat }) => lat)) };
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return (lower + upper) / 2;
}
