import type { Ports } from '../../../platform/context.ts';
import { type PeerAnswer, PeerSilent } from '../../../ports/peer/index.ts';
import type { Peer } from '../../exchange/index.ts';
import { type Format, type Row, rowsIn, said } from './read-answer.ts';

export interface Fault {
  readonly code: string;
  readonly description: string;
}

/** 对方的应答, of whatever was asked. */
export type Answer =
  | { readonly kind: 'rows'; readonly rows: readonly Row[] }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly faults: readonly Fault[];
      readonly retryAfterSeconds: number | null;
    }
  | { readonly kind: 'silent'; readonly reason: string }
  /** Neither a document nor a refusal, whatever its status says. */
  | { readonly kind: 'nonsense'; readonly status: number };

interface Question {
  /** Below the base address, without its ending: `requests/12`. */
  readonly resource: string;
  readonly format: Format;
  readonly query?: Readonly<Record<string, string>>;
  /** A form to post; without: a read. */
  readonly form?: URLSearchParams;
  /** Names of which a row of the answer carries one. */
  readonly marks: readonly string[];
}

/** 请求 Open311 城市. */
export async function askCity(ports: Ports, peer: Peer, asked: Question): Promise<Answer> {
  const { format, form, marks } = asked;
  try {
    const answer = await ports.peer.ask({
      method: form ? 'POST' : 'GET',
      url: addressOf(peer, asked),
      headers: form ? { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' } : {},
      body: form ? Buffer.from(form.toString()) : null,
    });
    if (answer.status !== 200 && answer.status !== 201) return refusalIn(answer, format);
    const rows = rowsIn(format, answer.body, marks);
    return rows === null ? { kind: 'nonsense', status: answer.status } : { kind: 'rows', rows };
  } catch (error) {
    if (error instanceof PeerSilent) return { kind: 'silent', reason: error.reason.slice(0, 40) };
    throw error;
  }
}

/** The address as it was registered may carry `jurisdiction_id`, which goes along with everything. */
function addressOf({ baseUrl }: Peer, { resource, format, query, form }: Question): string {
  const address = new URL(baseUrl);
  address.pathname = `${address.pathname.replace(/\/+$/, '')}/${resource}.${format}`;
  if (form) address.search = '';
  for (const [name, value] of Object.entries(query ?? {})) address.searchParams.set(name, value);
  return address.href;
}

export function jurisdictionOf({ baseUrl }: Peer): string | null {
  return new URL(baseUrl).searchParams.get('jurisdiction_id');
}

function refusalIn({ status, headers, body }: PeerAnswer, format: Format): Answer {
  const rows = rowsIn(format, body, ['description', 'code']) ?? [];
  const wished = Number(headers.get('retry-after'));
  return {
    kind: 'refused',
    status,
    faults: rows.map((row) => ({
      code: said(row, 'code') ?? '',
      description: said(row, 'description') ?? '',
    })),
    retryAfterSeconds: Number.isInteger(wished) && wished > 0 ? wished : null,
  };
}
