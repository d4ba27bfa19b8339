import { z } from 'zod';
import { type Arguments, instant, list, read, refuseFaults } from './arguments.ts';
import { type Fault, GeoFault } from './fault.ts';
import { text } from './text.ts';

export interface Asked {
  /** Given, they override everything else. */
  readonly ids: readonly string[];
  readonly services: readonly string[];
  readonly from: Date;
  readonly to: Date;
  /** Of the last change: both ends belong to it; null: at any time. */
  readonly updatedFrom: Date | null;
  readonly updatedTo: Date | null;
  readonly statuses: readonly ('open' | 'closed')[];
  readonly page: number;
  readonly pageSize: number;
}

const widestDays = 90;
const dayMs = 86_400_000;
export const mostRows = 1000;
/** Beyond them a shorter range is asked for instead. */
const deepest = 20_000;

const statuses = ['open', 'closed'] as const;

/** GET requests: what is asked for, its range never wider than ninety days. */
export function askedRequests(said: Arguments, now: Date): Asked {
  const faults: Fault[] = [];
  const start = read(said, 'start_date', instant, faults);
  const end = read(said, 'end_date', instant, faults);
  const updatedFrom = read(said, 'updated_after', instant, faults) ?? null;
  const updatedTo = read(said, 'updated_before', instant, faults) ?? null;
  const page = read(said, 'page', z.coerce.number().int().min(0).max(deepest), faults) ?? 1;
  const pageSize = read(said, 'page_size', z.coerce.number().int().min(1), faults) ?? mostRows;
  const wanted = list(said, 'status');
  if (wanted.some((status) => !statuses.some((known) => known === status)))
    faults.push({ code: 'wrong-status', description: text.wrong('status') });
  // Some count pages from nought.
  const paged = { page: Math.max(page, 1), pageSize: Math.min(pageSize, mostRows) };
  if (paged.page * paged.pageSize > deepest)
    faults.push({ code: 'too-deep', description: text.tooDeep(deepest) });
  refuseFaults(faults);
  return {
    ids: list(said, 'service_request_id').slice(0, mostRows),
    services: list(said, 'service_code'),
    ...rangeOf(start, end, now),
    statuses: statuses.filter((status) => wanted.length === 0 || wanted.includes(status)),
    updatedFrom,
    updatedTo,
    ...paged,
  };
}

/** Neither: the last ninety days. One: the ninety days on its other side. */
function rangeOf(
  start: Date | undefined,
  end: Date | undefined,
  now: Date,
): { from: Date; to: Date } {
  const wide = widestDays * dayMs;
  const from = start ?? new Date((end ?? now).getTime() - wide);
  const to = end ?? (start ? new Date(start.getTime() + wide) : now);
  if (to < from) throw new GeoFault(400, { code: 'wrong-end_date', description: text.backwards });
  if (to.getTime() - from.getTime() > wide)
    throw new GeoFault(400, { code: 'range-too-wide', description: text.tooWide(widestDays) });
  return { from, to };
}
