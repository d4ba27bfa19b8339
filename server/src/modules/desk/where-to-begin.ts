import type { Actor } from '../../platform/actor.ts';
import type { Filters } from './order-conditions.ts';

type Beginning = 'index' | 'words' | 'newest';

/** Each begins with a few orders by an index of its own. */
const few = [
  'closedOn',
  'overdue',
  'overrideSince',
  'issue',
  'warning',
  'auto',
  'judged',
  'unit',
] as const satisfies readonly (keyof Filters)[];

/** Only few orders stand in one of these at a time, and they have an index. */
const over: readonly string[] = [
  'closed',
  'archived',
  'answered',
  'disposed',
  'transferred',
  'withdrawn',
];

/**
 * 从何查起: by an index of the filters where one finds few orders, by the words where there are some, otherwise from the
 * newest order backwards. A planner asked for all of it at once reads every month before it answers the first row.
 */
export function beginsWith({ scope }: Actor, filters: Filters): Beginning {
  const { q, status } = filters;
  // A unit begins with what it holds itself.
  if (scope === 'unit' || few.some((name) => filters[name] !== undefined)) return 'index';
  if (status !== undefined && !over.includes(status)) return 'index';
  if (q !== undefined) return 'words';
  return scope === 'all' && isWeak(filters) ? 'newest' : 'index';
}

/** Nothing is said that an index of its own serves: a matter alone has one, and what is asked of its orders besides has none. */
function isWeak({ urgency, area, channel, asked, status }: Filters): boolean {
  const besides = [urgency, area, channel, asked, status];
  const said = besides.filter((value) => value !== undefined).length;
  return said > 0;
}
