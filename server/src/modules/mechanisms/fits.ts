import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { Json } from '../../platform/json.ts';
import { answersOf } from '../matters/index.ts';
import { liesIn, placeLevels } from '../organisation/index.ts';
import { isInside } from './point-in-ring.ts';

/** What of an order brings a mechanism on. */
export interface Told {
  readonly matterCode: string;
  readonly areaCode: string;
  readonly channel: string;
  readonly point: readonly [number, number] | null;
  /** Address and name of the thing. */
  readonly place: string;
  readonly said: string;
  readonly fields: Readonly<Record<string, Json>>;
}

/**
 * 触发: why a mechanism holds an order; null where it does not. Matter and area must fit; of zones and places, and of words
 * and answers, one is enough where any are named.
 */
export function fits({ trigger }: Pick<Mechanism, 'trigger'>, told: Told): string[] | null {
  if (!hasMatter({ trigger }, told.matterCode)) return null;
  const levels = placeLevels(told.areaCode);
  if (trigger.areas.length > 0 && !trigger.areas.some((area) => liesIn(levels, area))) return null;
  const channels: readonly string[] = trigger.channels;
  if (channels.length > 0 && !channels.includes(told.channel)) return null;
  const where = placeReason(trigger, told);
  const what = saidReason(trigger, told);
  if (where === null || what === null) return null;
  return ['matter', ...where, ...what];
}

export const hasMatter = ({ trigger }: Pick<Mechanism, 'trigger'>, matterCode: string): boolean =>
  trigger.matters.some((prefix) => matterCode.startsWith(prefix));

function placeReason({ zones, places }: Mechanism['trigger'], told: Told): string[] | null {
  if (zones.length === 0 && places.length === 0) return [];
  const { point } = told;
  const zone = point && zones.find(({ ring }) => isInside(point, ring));
  if (zone) return [`zone:${zone.name}`];
  return places.some((name) => told.place.includes(name) || told.said.includes(name))
    ? ['place']
    : null;
}

function saidReason({ words, fields }: Mechanism['trigger'], told: Told): string[] | null {
  if (words.length === 0 && fields.length === 0) return [];
  const isAnswered = fields.some(({ field, is }) =>
    answersOf(told.fields[field]).some((answer) => is.includes(answer)),
  );
  if (isAnswered) return ['fields'];
  return words.some((word) => told.said.includes(word)) ? ['words'] : null;
}
