import type { Ports } from '../../../platform/context.ts';
import type { Peer } from '../../exchange/index.ts';
import { askCity } from './ask-city.ts';
import type { FiledRequest } from './filed-requests.repo.ts';
import { type Format, type Row, said } from './read-answer.ts';

/** What the city says of a request: its number at last, how it stands, or that there is none. */
export type Seen =
  | { readonly kind: 'number'; readonly requestId: string }
  | { readonly kind: 'state'; readonly requestId: string; readonly row: Row }
  | { readonly kind: 'unknown' };

export type SeenOf = readonly [request: FiledRequest, seen: Seen];

/** 查询进展: tokens one by one, numbers in one list; who is missing there is asked after alone. */
export async function askAfter(
  ports: Ports,
  peer: Peer,
  { due, format }: { due: readonly FiledRequest[]; format: Format },
): Promise<SeenOf[]> {
  const seen: SeenOf[] = [];
  const known = new Map<string, FiledRequest>();
  for (const one of due) {
    if (one.request_id !== null) known.set(one.request_id, one);
    else if (one.token !== null) seen.push(...(await numberOf(ports, peer, { one, format })));
  }
  if (known.size === 0) return seen;
  const query = { service_request_id: [...known.keys()].join(',') };
  const marks = ['service_request_id'];
  const listed = await askCity(ports, peer, { resource: 'requests', format, query, marks });
  if (listed.kind !== 'rows') return seen;
  const found = new Map(listed.rows.map((row) => [said(row, 'service_request_id'), row]));
  for (const [requestId, one] of known) {
    const row = found.get(requestId);
    if (row) seen.push([one, { kind: 'state', requestId, row }]);
    else seen.push(...(await alone(ports, peer, { one, requestId, format })));
  }
  return seen;
}

/** Empty while they have not decided on a number. */
async function numberOf(
  ports: Ports,
  peer: Peer,
  { one, format }: { one: FiledRequest; format: Format },
): Promise<SeenOf[]> {
  const resource = `tokens/${encodeURIComponent(one.token ?? '')}`;
  const answer = await askCity(ports, peer, { resource, format, marks: ['token'] });
  if (answer.kind === 'refused' && answer.status === 404) return [[one, { kind: 'unknown' }]];
  const [row] = answer.kind === 'rows' ? answer.rows : [];
  const requestId = row ? said(row, 'service_request_id') : null;
  return requestId === null ? [] : [[one, { kind: 'number', requestId }]];
}

/** An answer that is none says nothing: the next look is soon. */
async function alone(
  ports: Ports,
  peer: Peer,
  { one, requestId, format }: { one: FiledRequest; requestId: string; format: Format },
): Promise<SeenOf[]> {
  const resource = `requests/${encodeURIComponent(requestId)}`;
  const marks = ['service_request_id'];
  const answer = await askCity(ports, peer, { resource, format, marks });
  if (answer.kind === 'refused' && answer.status === 404) return [[one, { kind: 'unknown' }]];
  const [row] = answer.kind === 'rows' ? answer.rows : [];
  if (!row || said(row, 'service_request_id') !== requestId) return [];
  return [[one, { kind: 'state', requestId, row }]];
}
