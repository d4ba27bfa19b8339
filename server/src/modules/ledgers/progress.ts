import { type DayOn, dayAfter, dayOf, dayStart, weekdayOf } from '../../platform/zone.ts';

interface Life {
  readonly sites: readonly {
    readonly id: string;
    readonly added_at: Date;
    readonly ended_at: Date | null;
    readonly written_off_reason: string | null;
  }[];
  /** Oldest first. */
  readonly moves: readonly {
    readonly site_id: string;
    readonly to_state: string;
    readonly moved_at: Date;
  }[];
}

export interface Standing {
  readonly sites: number;
  readonly advanced: number;
  readonly closed: number;
  readonly writtenOff: number;
}

/**
 * 截至某一刻的进度, of what happened until then and of nothing later, so that a past week says the same for ever. A site
 * struck out stands in no sum but its own from then on.
 */
export function standingAt({ sites, moves }: Life, first: string, at: Date): Standing {
  const stateOf = new Map<string, string>();
  for (const { site_id, to_state, moved_at } of moves)
    if (moved_at < at) stateOf.set(site_id, to_state);
  let [count, advanced, closed, writtenOff] = [0, 0, 0, 0];
  for (const site of sites) {
    if (site.added_at >= at) continue;
    const isEnded = site.ended_at !== null && site.ended_at < at;
    if (isEnded && site.written_off_reason !== null) {
      writtenOff += 1;
      continue;
    }
    count += 1;
    if ((stateOf.get(site.id) ?? first) !== first) advanced += 1;
    if (isEnded) closed += 1;
  }
  return { sites: count, advanced, closed, writtenOff };
}

/** A year and a week. */
const mostWeeks = 53;

export interface Week {
  /** Monday. */
  readonly on: DayOn;
  readonly from: Date;
  /** The first instant of the next one, or of what has not happened yet. */
  readonly to: Date;
}

/** 各周 of the city from the one an instant lies in until now, the latest of them where there are too many. */
export function weeksSince(from: Date, until: Date, zone: string): Week[] {
  const firstDay = dayOf(from.getTime(), zone);
  let on = dayAfter(firstDay, 1 - weekdayOf(firstDay));
  const weeks: Week[] = [];
  for (let begins = dayStart(on, zone); begins <= until; begins = dayStart(on, zone)) {
    const next = dayAfter(on, 7);
    const ends = dayStart(next, zone);
    weeks.push({ on, from: begins, to: ends <= until ? ends : momentAfter(until) });
    on = next;
  }
  return weeks.slice(-mostWeeks);
}

/** What happens at this very instant is in it. */
const momentAfter = (at: Date): Date => new Date(at.getTime() + 1);
