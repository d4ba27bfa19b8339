import type { Ports } from '../../../platform/context.ts';
import type { Peer } from '../../exchange/index.ts';
import { type Answer, askCity } from './ask-city.ts';
import { type Format, formats, said } from './read-answer.ts';

/** 对方的服务目录, and in which format it speaks: XML is every city's duty, JSON a custom. */
export interface Offer {
  readonly format: Format;
  readonly services: ReadonlyMap<string, Service>;
}

export interface Service {
  /** Its definition names attributes. */
  readonly asksMore: boolean;
  /** No number and no token ever comes back. */
  readonly isBlackbox: boolean;
}

export interface Attribute {
  readonly code: string;
  readonly label: string;
  readonly isRequired: boolean;
  readonly isList: boolean;
}

const keptMs = 600_000;
const kept = new Map<string, { readonly offer: Offer; readonly until: number }>();

/** Kept for ten minutes by each process. */
export async function servicesOf(
  ports: Ports,
  peer: Peer,
): Promise<Offer | Exclude<Answer, { kind: 'rows' }>> {
  const known = kept.get(peer.baseUrl);
  if (known && known.until > performance.now()) return known.offer;
  let failed: Exclude<Answer, { kind: 'rows' }> = { kind: 'nonsense', status: 200 };
  for (const format of formats) {
    const answer = await askCity(ports, peer, {
      resource: 'services',
      format,
      marks: ['service_code'],
    });
    if (answer.kind === 'silent') return answer;
    if (answer.kind !== 'rows' || answer.rows.length === 0) {
      if (answer.kind !== 'rows') failed = answer;
      continue;
    }
    const services = new Map(
      answer.rows.flatMap((row) => {
        const code = said(row, 'service_code');
        const isBlackbox = said(row, 'type') === 'blackbox';
        const service = { asksMore: said(row, 'metadata') === 'true', isBlackbox };
        return code === null ? [] : [[code, service] as const];
      }),
    );
    const offer = { format, services };
    kept.set(peer.baseUrl, { offer, until: performance.now() + keptMs });
    return offer;
  }
  return failed;
}

/** Whoever misses a service in it has it read anew the next time. */
export function forgetServices({ baseUrl }: Peer): void {
  kept.delete(baseUrl);
}

/** 服务定义: what the form of a service asks; null: it cannot be read now. */
export async function attributesOf(
  ports: Ports,
  peer: Peer,
  { format, code }: { format: Format; code: string },
): Promise<Attribute[] | null> {
  const resource = `services/${encodeURIComponent(code)}`;
  const answer = await askCity(ports, peer, { resource, format, marks: ['datatype'] });
  if (answer.kind !== 'rows') return null;
  return answer.rows.flatMap((row) => {
    const attribute = said(row, 'code');
    if (attribute === null || said(row, 'variable') === 'false') return [];
    return {
      code: attribute,
      label: said(row, 'description') ?? attribute,
      isRequired: said(row, 'required') === 'true',
      isList: said(row, 'datatype') === 'multivaluelist',
    };
  });
}
