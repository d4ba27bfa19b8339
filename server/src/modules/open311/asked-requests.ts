import { z } from 'zod';
import { type Arguments, instant, list, one, read, refuseFaults } from './arguments.ts';
import { type Fault, GeoFault } from './fault.ts';
import { text } from './text.ts';

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

export interface Asked {
  /** Given, they override everything else. */
  readonly ids: readonly string[];
  readonly services: readonly string[];
  /** Of the request; null: whenever it was made, and the last change says which. */
  readonly made: Span | null;
  /** Of the last change: both ends belong to it; null: at any time. */
  readonly updated: Span | null;
  /** Words of what is published. */
  readonly words: readonly string[];
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
  const after = read(said, 'updated_after', instant, faults);
  const before = read(said, 'updated_before', instant, faults);
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
    ...spansOf({ start, end, after, before }, now),
    words: (one(said, 'q') ?? '').split(/\s+/).filter((word) => word !== ''),
    statuses: statuses.filter((status) => wanted.length === 0 || wanted.includes(status)),
    ...paged,
  };
}

interface Bounds {
  readonly start: Date | undefined;
  readonly end: Date | undefined;
  readonly after: Date | undefined;
  readonly before: Date | undefined;
}

/** Whoever asks for changes alone gets those of old requests, too: the widest span is then that of the changes. */
function spansOf(
  { start, end, after, before }: Bounds,
  now: Date,
): Pick<Asked, 'made' | 'updated'> {
  const byChange = after !== undefined || before !== undefined;
  if (byChange && start === undefined && end === undefined)
    return { made: null, updated: rangeOf(after, before, now) };
  const made = rangeOf(start, end, now);
  if (!byChange) return { made, updated: null };
  return { made, updated: { from: after ?? new Date(0), to: before ?? farFuture } };
}

const farFuture = new Date('9999-01-01T00:00:00Z');

/** Neither: the last ninety days. One: the ninety days on its other side. */
function rangeOf(start: Date | undefined, end: Date | undefined, now: Date): Span {
  const wide = widestDays * dayMs;
  const from = start ?? new Date((end ?? now).getTime() - wide);
  const to = end ?? (start ? new Date(start.getTime() + wide) : now);
  if (to < from) throw new GeoFault(400, { code: 'wrong-end_date', description: text.backwards });
  if (to.getTime() - from.getTime() > wide)
    throw new GeoFault(400, { code: 'range-too-wide', description: text.tooWide(widestDays) });
  return { from, to };
}
