import type { Suite } from './both-formats.ts';
import { listed, type Request } from './requests.ts';

const iso = (at: number): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
const updatedAt = ({ updated_datetime }: Request): number => Date.parse(updated_datetime);

/** Beyond the text: what many cities read besides. An endpoint that does not is told so, and fails nothing. */
export async function extensionsHold(suite: Suite, rows: readonly Request[]): Promise<void> {
  suite.checks.chapter('Extensions');
  await pagesHold(suite, rows);
  await updatesHold(suite, rows);
  await wordsHold(suite, rows);
}

async function pagesHold({ checks, ...suite }: Suite, rows: readonly Request[]): Promise<void> {
  if (rows.length < 2) return suite.say('  pages are not tried: there are too few requests');
  const [first, second] = await Promise.all(
    ['1', '2'].map((page) => listed({ checks, ...suite }, { page, page_size: '1' })),
  );
  if (first === undefined || second === undefined || first.length !== 1)
    return suite.say('  page and page_size are not read here');
  checks.same('a page of one holds one', second.length, 1);
  checks.that(
    'and the next one holds another',
    first[0]?.service_request_id !== second[0]?.service_request_id,
  );
}

async function wordsHold(suite: Suite, rows: readonly Request[]): Promise<void> {
  const { checks, say } = suite;
  const row = rows.find(({ service_name }) => service_name);
  if (!row?.service_name) return say('  q is not tried: no request names its service');
  if ((await listed(suite, { q: 'zzqxj-no-such-word' })).length > 0)
    return say('  q is not read here');
  const found = await listed(suite, { q: row.service_name });
  checks.that(
    'the name of a service finds its requests',
    found.some(({ service_request_id }) => service_request_id === row.service_request_id),
  );
}

async function updatesHold(suite: Suite, rows: readonly Request[]): Promise<void> {
  const { checks, say } = suite;
  const future = iso(Date.parse('2100-01-01T00:00:00Z'));
  const times = rows.map(updatedAt);
  if (times.length === 0) return say('  updated_after is not tried: the list is empty');
  if ((await listed(suite, { updated_after: future })).length > 0)
    return say('  updated_after and updated_before are not read here');
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
  const since = await listed(suite, { updated_after: iso(middle) });
  checks.that(
    'updated since an instant: it and what is later, nothing before',
    since.length > 0 && since.every((row) => updatedAt(row) >= middle),
  );
  const until = await listed(suite, { updated_before: iso(middle) });
  checks.that(
    'updated until an instant: it and what is earlier, nothing after',
    until.length > 0 && until.every((row) => updatedAt(row) <= middle),
  );
  const vague = await suite.endpoint.get('requests', 'json', { updated_after: 'yesterday' });
  checks.same('what is no date is 400 here, too', vague.status, 400);
}
