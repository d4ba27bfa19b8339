import type { dispatch } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as learning from '../learning/index.ts';
import { cityGazetteer, lineageOf } from '../mentions/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';

type Doubt = ReplyOf<typeof dispatch.suggestion>['placeDoubt'];

const leastSure = 0.5;

/** 地点存疑: the words say another place than the one chosen. A wrong place is a top reason for returns (domain D5). */
export async function placeDoubt(ctx: Context, order: orders.Order): Promise<Doubt> {
  const text = orders.appealText(await orders.textsOf(ctx, order.id));
  if (!text) return null;
  const said = [text.address, text.title, text.content].filter((part) => part !== '').join('。');
  const { offers } = (await learning.readPlaces(ctx, said)).best;
  const [offer] = offers;
  if (!offer || offers.length > 1 || offer.confidence < leastSure) return null;
  const gazetteer = await cityGazetteer(ctx);
  const isWithin = (code: string, larger: string) => lineageOf(gazetteer, code).includes(larger);
  const chosen = order.area_code.padEnd(12, '0');
  if (isWithin(offer.code, chosen) || isWithin(chosen, offer.code)) return null;
  const names = await organisation.areaNames(ctx, [offer.code, chosen]);
  return {
    saidCode: offer.code,
    saidArea: names.get(offer.code) ?? offer.code,
    chosenCode: chosen,
    chosenArea: names.get(chosen) ?? chosen,
    words: [...offer.words],
    confidence: offer.confidence,
  };
}
