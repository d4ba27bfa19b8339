import { z } from 'zod';
import type { Suite } from './both-formats.ts';
import type { Service } from './services.ts';

/** With seconds and a zone, without fractions: strict readers refuse them. */
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
const word = z.string().nullable();

const request = z.object({
  service_request_id: z.string().min(1),
  status: z.enum(['open', 'closed']),
  status_notes: word.optional(),
  service_name: word,
  service_code: z.string().min(1),
  description: word,
  agency_responsible: word.optional(),
  service_notice: word.optional(),
  requested_datetime: instant,
  updated_datetime: instant,
  expected_datetime: instant.nullish(),
  address: word,
  address_id: word,
  zipcode: word,
  lat: z.number().min(-90).max(90).optional(),
  long: z.number().min(-180).max(180).optional(),
  media_url: word,
});
export type Request = z.output<typeof request>;
export const requestList = z.array(request);

/** What of a caller never stands in a public answer. */
const private_ = ['email', 'phone', 'first_name', 'last_name', 'device_id', 'account_id'];

/** Section 3, GET requests and GET requests/{id}. Answers what the list held. */
export async function requestsHold(
  suite: Suite,
  services: readonly Service[],
): Promise<readonly Request[]> {
  const { checks, both } = suite;
  checks.chapter('Requests');
  const list = await both('requests', 'service_requests');
  const said = requestList.safeParse(list);
  checks.that(
    'each request has its fields, dates in whole seconds with a zone',
    said.success,
    said.error?.issues,
  );
  const rows = said.data ?? [];
  checks.that('no more than a thousand', rows.length <= 1000, rows.length);
  const leaked = private_.filter((name) => JSON.stringify(list).includes(`"${name}"`));
  checks.same('nothing of a caller', leaked, []);
  const codes = services.map(({ service_code }) => service_code);
  const strange = rows.filter(({ service_code }) => !codes.includes(service_code));
  checks.same('each belongs to a service that is offered', strange.slice(0, 5), []);
  const at = rows.map(({ requested_datetime }) => Date.parse(requested_datetime));
  checks.same(
    'newest first',
    at,
    at.toSorted((a, b) => b - a),
  );
  checks.that(
    'updated no earlier than requested',
    rows.every((row) => Date.parse(row.updated_datetime) >= Date.parse(row.requested_datetime)),
  );
  checks.that(
    'latitude and longitude together or not at all',
    rows.every(({ lat, long }) => (lat === undefined) === (long === undefined)),
  );
  await oneHolds(suite, rows);
  await chosenHold(suite, rows);
  return rows;
}

async function oneHolds({ checks, both }: Suite, rows: readonly Request[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const path = `requests/${encodeURIComponent(first.service_request_id)}`;
  const one = requestList.safeParse(await both(path, 'service_requests'));
  checks.same(
    'a request by its number is a list of that one',
    one.data?.map(({ service_request_id }) => service_request_id),
    [first.service_request_id],
  );
}

async function chosenHold(suite: Suite, rows: readonly Request[]): Promise<void> {
  const { checks } = suite;
  const some = rows.slice(0, 3).map(({ service_request_id }) => service_request_id);
  const ids = { service_request_id: some.join(',') };
  const byId = await listed(suite, {
    ...ids,
    status: 'closed',
    start_date: '1999-01-01T00:00:00Z',
  });
  checks.same(
    'numbers asked for override every other argument',
    byId.map(({ service_request_id }) => service_request_id).toSorted(),
    some.toSorted(),
  );
  for (const status of ['open', 'closed'] as const) {
    const found = await listed(suite, { status });
    checks.that(
      `status=${status} gives no other`,
      found.every((row) => row.status === status),
    );
  }
  const all = await listed(suite, { status: 'open,closed' });
  checks.same('status=open,closed gives both', all.length, rows.length);
  const [code] = rows.map(({ service_code }) => service_code);
  if (code === undefined) return;
  const ofOne = await listed(suite, { service_code: code });
  checks.that(
    `service_code=${code} gives no other`,
    ofOne.length > 0 && ofOne.every((row) => row.service_code === code),
  );
  const unsaid = await listed(suite, { service_code: '', status: '', start_date: '' });
  checks.same('an empty argument counts as absent', unsaid.length, rows.length);
}

/** The list in JSON; empty where it is none. */
export async function listed(
  { endpoint }: Suite,
  said: Readonly<Record<string, string>>,
): Promise<readonly Request[]> {
  const { text } = await endpoint.get('requests', 'json', said);
  return requestList.safeParse(JSON.parse(text)).data ?? [];
}
