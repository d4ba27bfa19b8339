import type { Ports } from '../../../platform/context.ts';
import { type Outbound, type Outcome, silence, unsure } from '../../exchange/index.ts';
import { askCity } from './ask-city.ts';
import { keepFiled, noteFiled } from './filed-requests.ts';
import { lackingIn, ourMark, requestForm, transferIn } from './form-of.ts';
import { afterFiling, afterRead, never } from './outcome-of-answer.ts';
import { isTooLong, type Row, said } from './read-answer.ts';
import {
  attributesOf,
  forgetServices,
  type Offer,
  type Service,
  servicesOf,
} from './services-of.ts';
import { text } from './text.ts';

/** Their list may be slower than their answer: after so many looks a person decides. */
const mostLooks = 4;

/** 交出工单: posted once. GeoReport knows no name of a message, so whatever may have arrived is looked for first. */
export async function carry(ports: Ports, message: Outbound): Promise<Outcome> {
  const { peer, envelope } = message;
  // A number given up is nothing a city would have to be told.
  if (envelope.kind === 'void') return { kind: 'over', number: null };
  if (envelope.kind !== 'transfer') return never('no-way', text.noWay);
  const offer = await servicesOf(ports, peer);
  if (!('services' in offer)) return afterRead(offer);
  const service = offer.services.get(serviceIn(message));
  if (!service) {
    forgetServices(peer);
    return never('code', '404 body.appeal.matterCode');
  }
  return message.mayHaveArrived
    ? found(ports, message, offer)
    : file(ports, message, { offer, service });
}

const serviceIn = ({ envelope }: Outbound): string => transferIn(envelope).appeal.matterCode ?? '';

async function file(
  ports: Ports,
  message: Outbound,
  { offer: { format }, service }: { offer: Offer; service: Service },
): Promise<Outcome> {
  const { peer, envelope } = message;
  const code = serviceIn(message);
  const attributes = service.asksMore ? await attributesOf(ports, peer, { format, code }) : [];
  if (attributes === null) return silence('nonsense', null);
  const lacking = lackingIn(envelope, attributes);
  if (lacking.length > 0) return never('field', text.lacking(lacking));
  const answer = await askCity(ports, peer, {
    resource: 'requests',
    format,
    form: requestForm(peer, envelope, attributes),
    marks: ['service_request_id', 'token', 'service_notice'],
  });
  return answer.kind === 'rows' ? filed(message, service, answer.rows) : afterFiling(answer);
}

function filed({ peer }: Outbound, service: Service, rows: readonly Row[]): Outcome {
  const [row] = rows;
  const requestId = row ? said(row, 'service_request_id') : null;
  const token = row ? said(row, 'token') : null;
  if (requestId !== null && isTooLong(requestId))
    return never('number', text.longNumber(peer.name));
  if (requestId !== null || token !== null)
    return {
      kind: 'over',
      number: requestId,
      besides: (ctx, caseId) => keepFiled(ctx, caseId, { peer: peer.code, requestId, token }),
    };
  if (!row || !service.isBlackbox) return silence(unsure, '200');
  return {
    kind: 'over',
    number: null,
    besides: (ctx, caseId) => noteFiled(ctx, caseId, text.noNumber(peer.name)),
  };
}

const dayMs = 86_400_000;

/** 查找已送出的: by our own number in what they publish. Not found there proves nothing: many cities show no words. */
async function found(ports: Ports, message: Outbound, { format }: Offer): Promise<Outcome> {
  const { peer, envelope, attempts } = message;
  const from = new Date(Date.parse(envelope.at) - dayMs).toISOString().replace(/\.\d+Z$/, 'Z');
  const answer = await askCity(ports, peer, {
    resource: 'requests',
    format,
    query: { service_code: serviceIn(message), start_date: from },
    marks: ['service_request_id'],
  });
  if (answer.kind !== 'rows') return silence(unsure, null);
  const mark = ourMark(envelope);
  const row = answer.rows.find((one) => said(one, 'description')?.includes(mark));
  const requestId = row ? said(row, 'service_request_id') : null;
  if (requestId === null)
    return attempts < mostLooks ? silence(unsure, null) : never(unsure, text.unsure);
  if (isTooLong(requestId)) return never('number', text.longNumber(peer.name));
  return {
    kind: 'over',
    number: requestId,
    besides: (ctx, caseId) => keepFiled(ctx, caseId, { peer: peer.code, requestId, token: null }),
  };
}
