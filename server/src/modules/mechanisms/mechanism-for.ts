import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/json.ts';
import * as orders from '../orders/index.ts';
import { mechanismsNow } from './definitions.repo.ts';
import { fits, hasMatter, type Told } from './fits.ts';

export type Asked = Pick<
  orders.Order,
  'id' | 'matter_code' | 'area_code' | 'channel' | 'lng' | 'lat'
>;

export interface Fitting {
  readonly mechanism: Mechanism;
  readonly because: readonly string[];
  /** 受理要素 as they were answered. */
  readonly answers: Readonly<Record<string, Json>>;
}

/** 适用机制 of an order by what is known of it now; of several the longest matter wins, then the first of the files. */
export async function mechanismFor(ctx: Context, order: Asked): Promise<Fitting | null> {
  const near = (await mechanismsNow(ctx)).filter((one) => hasMatter(one, order.matter_code));
  if (near.length === 0) return null;
  const told = await toldIn(ctx, order);
  const fitting = near.flatMap((mechanism) => {
    const because = fits(mechanism, told);
    return because ? [{ mechanism, because, answers: told.fields }] : [];
  });
  const closeness = ({ mechanism }: Fitting) =>
    Math.max(
      ...mechanism.trigger.matters.map((prefix) =>
        order.matter_code.startsWith(prefix) ? prefix.length : 0,
      ),
    );
  return fitting.toSorted((a, b) => closeness(b) - closeness(a))[0] ?? null;
}

async function toldIn(ctx: Context, order: Asked): Promise<Told> {
  const texts = await orders.textsOf(ctx, order.id);
  const appeal = orders.appealText(texts);
  const fields = appeal?.fields;
  return {
    matterCode: order.matter_code,
    areaCode: order.area_code,
    channel: order.channel,
    point: order.lng === null || order.lat === null ? null : [order.lng, order.lat],
    place: `${appeal?.address ?? ''} ${appeal?.subject_name ?? ''}`,
    said: `${appeal?.title ?? ''} ${appeal?.content ?? ''}`,
    fields: isRecord(fields) ? fields : {},
  };
}

const isRecord = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
