import { type BodyOf, type Envelope, messageBodies } from '@minsheng/contract/public/exchange.ts';
import type { Peer } from '../../exchange/index.ts';
import { jurisdictionOf } from './ask-city.ts';
import type { Attribute } from './services-of.ts';
import { text } from './text.ts';

const longest = 4000;

export const transferIn = ({ body }: Envelope): BodyOf<'transfer'> =>
  messageBodies.transfer.parse(body);

/** 我方编号 as it stands in the description: by it a request is found again whose answer was lost. */
export const ourMark = ({ case: { sender } }: Envelope): string => text.ourNumber(sender);

/** 请求表单 of a message; nothing of the requester is in the message already. */
export function requestForm(
  peer: Peer,
  envelope: Envelope,
  attributes: readonly Attribute[],
): URLSearchParams {
  const { appeal, place } = transferIn(envelope);
  const mark = ourMark(envelope);
  const form = new URLSearchParams({
    api_key: peer.keys.scheme === 'hmac-sha256' ? peer.keys.secret : '',
    service_code: appeal.matterCode ?? '',
    description: `${appeal.words.slice(0, longest - mark.length)}${mark}`,
  });
  const jurisdiction = jurisdictionOf(peer);
  if (jurisdiction) form.set('jurisdiction_id', jurisdiction);
  if (place.lat !== undefined && place.long !== undefined) {
    form.set('lat', String(place.lat));
    form.set('long', String(place.long));
  }
  if (place.text) form.set('address_string', place.text);
  for (const { code, isList } of attributes)
    for (const value of appeal.fields?.[code] ?? [])
      form.append(`attribute[${code}]${isList ? '[]' : ''}`, value);
  return form;
}

/** 缺少的填写项: what the peer demands and the order does not have. */
export function lackingIn(envelope: Envelope, attributes: readonly Attribute[]): string[] {
  const { fields = {} } = transferIn(envelope).appeal;
  return attributes
    .filter(({ code, isRequired }) => isRequired && (fields[code] ?? []).length === 0)
    .map(({ label }) => label);
}
