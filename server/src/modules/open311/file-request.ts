import { phone } from '@minsheng/contract/shapes.ts';
import type { Context } from '../../platform/context.ts';
import { blindIndex } from '../../platform/secrets.ts';
import { receiveFromOutside } from '../intake/index.ts';
import * as organisation from '../organisation/index.ts';
import { type Arguments, latitude, longitude, one, read, refuseFaults } from './arguments.ts';
import { answersIn } from './attributes.ts';
import { type Fault, GeoFault } from './fault.ts';
import { askedFor } from './read-services.ts';
import { filedBefore } from './requests.repo.ts';
import { type Service, serviceOf } from './services.repo.ts';
import { text } from './text.ts';
import { newToken, tokenOfOrder } from './tokens.repo.ts';

/** What the caller learns: the number at once, a token that will name it, or neither. */
export interface Filed {
  readonly serviceRequestId: string | null;
  readonly token: string | null;
}

const longest = 4000;
const shortest = 4;
/** A program that got no answer sends the same again; the same said later is another appeal. */
const againMinutes = 10;

/** POST requests: an appeal like any from outside; an agent accepts it. Refuses with every fault there is, not with the first. */
export async function fileRequest(ctx: Context, said: Arguments): Promise<Filed> {
  const code = one(said, 'service_code');
  if (code === undefined)
    throw new GeoFault(400, {
      code: 'missing-service_code',
      description: text.missing('service_code'),
    });
  const service = await serviceOf(ctx, code);
  const answers = answersIn(said, await askedFor(ctx, service.matter));
  const faults: Fault[] = [...answers.faults];
  const place = await placeIn(ctx, said, faults);
  const words = wordsIn(said, service, faults);
  const person = personIn(said, faults);
  refuseFaults(faults);
  const source = sourceOf(ctx, said);
  const known = await filedBefore(ctx, { source, minutes: againMinutes });
  if (known) return receiptOf(ctx, service, known);
  const { order } = await receiveFromOutside(
    ctx,
    {
      content: words,
      matterCode: service.matter,
      ...place,
      ...person,
      wantsSecrecy: false,
      noticeRead: true,
      uploads: [],
      fields: answers.values,
    },
    'api',
    { source_ref: source },
  );
  return receiptOf(ctx, service, order);
}

/** Everything that was sent, by whom. It names people, so a digest that nobody can guess from without the key. */
function sourceOf(ctx: Context, said: Arguments): string {
  const sent = [...said].filter(([name]) => name !== 'api_key').toSorted();
  const all = JSON.stringify([ctx.actor.accountId, sent]);
  return `open311:${blindIndex(ctx.keys, 'open311-filed', all).toString('hex')}`;
}

async function receiptOf(
  ctx: Context,
  { type }: Service,
  order: { readonly id: string; readonly order_no: string },
): Promise<Filed> {
  if (type === 'realtime') return { serviceRequestId: order.order_no, token: null };
  if (type === 'blackbox') return { serviceRequestId: null, token: null };
  const token = (await tokenOfOrder(ctx, order.id)) ?? (await newToken(ctx, order.id));
  return { serviceRequestId: null, token };
}

interface PlaceSaid {
  address: string;
  areaCode?: string;
  point?: { lng: number; lat: number };
}

async function placeIn(ctx: Context, said: Arguments, faults: Fault[]): Promise<PlaceSaid> {
  const lat = read(said, 'lat', latitude, faults);
  const lng = read(said, 'long', longitude, faults);
  const address = one(said, 'address_string') ?? '';
  const areaCode = one(said, 'address_id');
  if (said.has('lat') !== said.has('long'))
    faults.push({ code: 'half-a-location', description: text.halfLocation });
  if (!said.has('lat') && address === '' && areaCode === undefined)
    faults.push({ code: 'missing-location', description: text.noLocation });
  const isKnown =
    areaCode === undefined || (await organisation.areaNames(ctx, [areaCode])).has(areaCode);
  if (!isKnown) faults.push({ code: 'wrong-address_id', description: text.unknownAddress });
  return {
    address: address.slice(0, 200),
    ...(areaCode !== undefined && { areaCode }),
    ...(lat !== undefined && lng !== undefined && { point: { lng, lat } }),
  };
}

/** Without a description the service's own name speaks, as on a form of boxes to tick. */
function wordsIn(said: Arguments, service: Service, faults: Fault[]): string {
  const description = one(said, 'description') ?? service.name;
  if (description.length > longest)
    faults.push({ code: 'long-description', description: text.tooLong(longest) });
  if (description.length < shortest)
    faults.push({ code: 'short-description', description: text.noDescription });
  const photo = one(said, 'media_url');
  return photo === undefined ? description : `${description}\n${text.media(photo)}`;
}

/** Names apart or together; without any the request is anonymous. An address of mail is not kept: nothing is sent there. */
function personIn(said: Arguments, faults: Fault[]): { name?: string; phone?: string } {
  const number = read(said, 'phone', phone, faults);
  const names = [one(said, 'last_name'), one(said, 'first_name')].filter(
    (name) => name !== undefined,
  );
  const name = names.join(isLatin(names) ? ' ' : '').slice(0, 60);
  return {
    ...(name !== '' && { name }),
    ...(number !== undefined && { phone: number }),
  };
}

const isLatin = (names: readonly string[]): boolean => names.every((name) => /^[ -~]+$/.test(name));
