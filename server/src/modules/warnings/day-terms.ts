import { type DayOn, type DayTraits, dayNo } from './day-traits.ts';

/** What of a day moves the number of appeals, by name, and how far each may move it. */
export type Terms = ReadonlyMap<string, number>;

const yearDays = 365.2425;
/** A level may step this often; between the steps it is carried by what was last seen. */
export const stepDays = 84;

interface Span {
  readonly from: number;
  /** Harmonics of the year; none where less than about a year is known. */
  readonly harmonics: number;
}

/** 日子的因素: weekday, season, holidays by their own day, and where the level has stepped. */
export function termsOf(traits: DayTraits, { from, harmonics }: Span): Terms {
  const no = dayNo(traits.on);
  const terms = new Map<string, number>([['level', 1]]);
  for (const name of dayNames(traits)) terms.set(name, 1);
  for (let wave = 1; wave <= harmonics; wave += 1) {
    const angle = (2 * Math.PI * wave * no) / yearDays;
    terms.set(`season-${wave}:sin`, Math.sin(angle));
    terms.set(`season-${wave}:cos`, Math.cos(angle));
  }
  if (harmonics > 0) for (const [name, part] of fortnights(no)) terms.set(name, part);
  for (let step = from + stepDays; step <= no; step += stepDays) terms.set(`step:${step}`, 1);
  return terms;
}

/** Seasons that begin on a day, as heating does, are no wave: the year in fortnights, one flowing into the next. */
function fortnights(no: number): [string, number][] {
  const place = (((no / yearDays) % 1) + 1) % 1;
  const at = place * 26;
  const first = Math.floor(at);
  return [
    [`fortnight:${first}`, 1 - (at - first)],
    [`fortnight:${(first + 1) % 26}`, at - first],
  ];
}

function dayNames(traits: DayTraits): string[] {
  const { kind, weekday, feast, feastDay, isEve, isAfter, spring } = traits;
  const names: string[] = [];
  // A make-up day is worked, and a holiday is none, whatever the week says.
  if (kind === 'working' || kind === 'weekend') names.push(`weekday:${weekday}`);
  else names.push(`kind:${kind}`);
  if (feast !== null) names.push(`feast:${feast}`);
  if (feast !== null && feast !== '春节')
    names.push(`feast-day:${Math.min(feastDay, 4)}`, `feast:${feast}:${Math.min(feastDay, 8)}`);
  if (isEve) names.push('eve');
  if (isAfter) names.push('after');
  const band = springBand(spring);
  if (band !== null) names.push(`spring:${band}`);
  return names;
}

/** 春节 is felt for five weeks: day by day near it, in bands further off. */
function springBand(offset: number): string | null {
  if (offset >= -3 && offset <= 8) return String(offset);
  if (offset >= -20 && offset <= -11) return 'far-before';
  if (offset >= -10 && offset <= -4) return 'before';
  if (offset >= 9 && offset <= 14) return 'back';
  if (offset === 15) return 'lantern';
  if (offset >= 16 && offset <= 24) return 'far-back';
  return null;
}

/** How far a term may lie from nothing before the data speaks, in logarithms. */
export function spreadOf(name: string): number {
  if (name === 'level') return 100;
  if (name.startsWith('step:')) return 0.15;
  if (name.startsWith('fortnight')) return 0.2;
  if (name.startsWith('season-1')) return 0.3;
  if (name.startsWith('season')) return 0.12;
  if (name.startsWith('feast:') && name.split(':').length === 3) return 0.15;
  if (name.startsWith('feast-day') || name === 'eve' || name === 'after') return 0.25;
  return 0.6;
}

/** The mean of several days' terms: a week is what its days are. */
export function meanTerms(all: readonly Terms[]): Terms {
  const mean = new Map<string, number>();
  for (const terms of all)
    for (const [name, value] of terms) mean.set(name, (mean.get(name) ?? 0) + value / all.length);
  return mean;
}

export type TermsAt = (on: DayOn) => Terms;
