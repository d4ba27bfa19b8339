import type { BodyOf, Said } from '@minsheng/contract/public/exchange.ts';
import type { Context } from '../../../platform/context.ts';
import type { Json } from '../../../platform/json.ts';
import * as matters from '../../matters/index.ts';
import { cityGazetteer } from '../../mentions/index.ts';
import * as orders from '../../orders/index.ts';
import * as organisation from '../../organisation/index.ts';
import { peopleOfOrder, redact } from '../../redaction/index.ts';
import { fieldsSaid } from './fields-said.ts';
import { text } from './text.ts';

/**
 * 可以交出: what anybody in the other city may read. Secrecy and reports (举报) stay here, and so does what a hotline handed out
 * in this way already: GeoReport has no word for where a request has been, so it would turn in a circle.
 */
export async function mayLeave(ctx: Context, order: orders.Order): Promise<boolean> {
  if (order.secrecy > 0 || order.type === 'JB') return false;
  const said = orders.appealText(await orders.textsOf(ctx, order.id));
  return !text.someNumber.test(said?.content ?? '');
}

/** 外发内容 of an order: words without what names a person, the place, the matter's questions; never the requester. */
export async function whatLeaves(ctx: Context, orderId: string, said: Said): Promise<Said> {
  if (said.kind !== 'transfer') return said;
  const order = await orders.lock(ctx, orderId);
  const [known, places, areas, fields, texts] = await Promise.all([
    peopleOfOrder(ctx, orderId),
    cityGazetteer(ctx),
    organisation.areaNames(ctx, [order.area_code]),
    matters.fieldsFor(ctx, order.matter_code),
    orders.textsOf(ctx, orderId),
  ]);
  const plain = (words: string) => redact(words, { known, places }).text;
  const { appeal, place, dueAt } = said.body;
  const answers: Json = orders.appealText(texts)?.fields ?? null;
  const area = areas.get(order.area_code) ?? '';
  const address = place.text.startsWith(area) ? place.text : `${area}${place.text}`;
  const body: BodyOf<'transfer'> = {
    appeal: {
      ...appeal,
      title: plain(appeal.title).slice(0, 100),
      words: `${plain(appeal.words)}${dueWords(ctx, dueAt)}`.slice(0, 4000),
      fields: fieldsSaid(fields, answers, plain),
    },
    place: { ...place, text: plain(address).slice(0, 200) },
    requester: { anonymous: true },
    mode: said.body.mode,
    ...(dueAt && { dueAt }),
  };
  return { kind: 'transfer', body };
}

function dueWords(ctx: Context, dueAt: string | undefined): string {
  if (dueAt === undefined) return '';
  const { on, time } = organisation.cityHour(new Date(dueAt), ctx.city.zone);
  return text.by(`${on} ${time}`);
}
