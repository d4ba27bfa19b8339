import type { Suite } from './both-formats.ts';
import type { Request } from './requests.ts';
import { listed } from './requests.ts';

const dayMs = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');

/** Section 3, spans of time: no more than ninety days, either end may be left out. */
export async function rangesHold(suite: Suite, rows: readonly Request[]): Promise<void> {
  suite.checks.chapter('Spans of time');
  await refused(suite);
  const [newest] = rows;
  if (!newest) return suite.say('  spans around a request are not tried: the list is empty');
  const at = Date.parse(newest.requested_datetime);
  await around(suite, newest, at);
  await oneEnd(suite, at);
}

async function refused({ checks, endpoint }: Suite): Promise<void> {
  const wide = { start_date: '2020-01-01T00:00:00Z', end_date: '2020-06-01T00:00:00Z' };
  for (const format of ['xml', 'json'] as const) {
    const { status, text } = await endpoint.get('requests', format, wide);
    checks.that(
      `more than ninety days is 400 and names the limit (${format})`,
      status === 400 && text.includes('90'),
      text.slice(0, 300),
    );
  }
  const vague = await endpoint.get('requests', 'json', { start_date: 'yesterday' });
  checks.same('what is no date is 400', vague.status, 400);
  const zoneless = await endpoint.get('requests', 'json', { start_date: '2020-01-01T00:00:00' });
  checks.same('a date without a zone is 400', zoneless.status, 400);
}

async function around(suite: Suite, newest: Request, at: number): Promise<void> {
  const { checks } = suite;
  const exact = await listed(suite, { start_date: iso(at - dayMs), end_date: iso(at + dayMs) });
  checks.that(
    'a span around a request holds it',
    exact.some((row) => row.service_request_id === newest.service_request_id),
  );
  const within = exact.every((row) => Math.abs(Date.parse(row.requested_datetime) - at) <= dayMs);
  checks.that('and nothing outside of itself', within);
  const before = await listed(suite, { start_date: iso(at - 2 * dayMs), end_date: iso(at - 1000) });
  checks.that(
    'one that ends before it does not',
    before.every((row) => row.service_request_id !== newest.service_request_id),
  );
  const inZone = iso(at + 8 * 3_600_000).replace('Z', '+08:00');
  const zoned = await listed(suite, { start_date: inZone });
  checks.that(
    'a zone is counted with',
    zoned.some((row) => row.service_request_id === newest.service_request_id),
    inZone,
  );
}

async function oneEnd(suite: Suite, at: number): Promise<void> {
  const { checks } = suite;
  const from = at - 100 * dayMs;
  const onlyStart = await listed(suite, { start_date: iso(from) });
  checks.that(
    'a start alone means the ninety days after it',
    onlyStart.every(isBetween(from, from + 90 * dayMs)),
  );
  const onlyEnd = await listed(suite, { end_date: iso(at) });
  checks.that(
    'an end alone means the ninety days before it',
    onlyEnd.length > 0 && onlyEnd.every(isBetween(at - 90 * dayMs, at + 999)),
  );
}

const isBetween =
  (from: number, to: number) =>
  ({ requested_datetime }: Request): boolean => {
    const at = Date.parse(requested_datetime);
    return at >= from && at <= to;
  };
