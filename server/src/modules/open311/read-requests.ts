import type { Context } from '../../platform/context.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import type { Arguments } from './arguments.ts';
import { askedRequests } from './asked-requests.ts';
import { GeoFault } from './fault.ts';
import {
  type PublicRequest,
  requestsByNo,
  requestsMade,
  requestsUpdated,
} from './requests.repo.ts';
import { type Service, services } from './services.repo.ts';
import { listOf, type SparkFields, type SparkList, wholeSeconds } from './spark.ts';
import { text } from './text.ts';
import { wordedBy } from './worded-by.ts';

/** GET requests: by numbers, or a page of a range. */
export async function readRequests(ctx: Context, said: Arguments): Promise<SparkList> {
  const asked = askedRequests(said, ctx.now);
  const known = await services(ctx);
  if (asked.ids.length > 0) {
    const offered = known.map(({ matter }) => matter);
    return requestList(ctx, known, await requestsByNo(ctx, { ids: asked.ids, offered }));
  }
  const unknown = asked.services.find((code) => !known.some(({ matter }) => matter === code));
  if (unknown !== undefined)
    throw new GeoFault(404, { code: 'no-such-service', description: text.noService });
  const chosen = known.filter(
    ({ matter }) => asked.services.length === 0 || asked.services.includes(matter),
  );
  const wanted = { ...asked, ...(await wordedBy(ctx, chosen, asked.words)) };
  const { made, updated } = asked;
  if (made) return requestList(ctx, known, await requestsMade(ctx, wanted, made));
  return requestList(ctx, known, updated ? await requestsUpdated(ctx, wanted, updated) : []);
}

/** GET requests/{id}: a list of the one. What is not public does not exist. */
export async function readRequest(ctx: Context, no: string): Promise<SparkList> {
  const known = await services(ctx);
  const offered = known.map(({ matter }) => matter);
  const found = await requestsByNo(ctx, { ids: [no], offered });
  if (found.length === 0)
    throw new GeoFault(404, { code: 'no-such-request', description: text.noRequest });
  return requestList(ctx, known, found);
}

async function requestList(
  ctx: Context,
  known: readonly Service[],
  found: readonly PublicRequest[],
): Promise<SparkList> {
  const [areas, units] = await Promise.all([
    organisation.areaNames(ctx, [
      ...new Set(found.map(({ area_code }) => organisation.townOf(area_code))),
    ]),
    organisation.unitsIfKnown(ctx, [...new Set(found.flatMap(({ lead_unit }) => lead_unit ?? []))]),
  ]);
  const items = found.map((row) =>
    requestOf(row, {
      name: known.find(({ matter }) => matter === row.matter_code)?.name ?? row.matter_code,
      area: areas.get(organisation.townOf(row.area_code)) ?? ctx.city.name,
      unit: row.lead_unit === null ? null : organisation.briefOf(units, row.lead_unit).name,
    }),
  );
  return listOf('request', items);
}

interface Names {
  readonly name: string;
  readonly area: string;
  readonly unit: string | null;
}

function requestOf(row: PublicRequest, { name, area, unit }: Names): SparkFields {
  return {
    service_request_id: row.order_no,
    status: orders.isOpen(row.status) ? 'open' : 'closed',
    status_notes: null,
    service_name: name,
    service_code: row.matter_code,
    // The words of whoever asked are theirs; what a request is about is the matter's name.
    description: name,
    agency_responsible: unit,
    service_notice: null,
    requested_datetime: wholeSeconds(row.accepted_at),
    updated_datetime: wholeSeconds(row.closed_at ?? row.status_since),
    expected_datetime: row.due && wholeSeconds(row.due),
    address: area,
    address_id: organisation.townOf(row.area_code),
    zipcode: null,
    ...(row.lat !== null && row.lng !== null && { lat: coarse(row.lat), long: coarse(row.lng) }),
    media_url: null,
  };
}

/** To about a hundred metres: a street, not a door. */
const coarse = (degrees: number): number => Math.round(degrees * 1000) / 1000;
