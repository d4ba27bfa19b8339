import type { learning as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as learning from '../learning/index.ts';
import { cityGazetteer, findSubjects, type Places } from '../mentions/index.ts';
import * as organisation from '../organisation/index.ts';

type Reply = ReplyOf<typeof contract.suggestForAppeal>;

const leastSubject = 0.55;
const shownSubjects = 2;

/** 地点建议: where the words say it is, part by part with how sure it is; what is hidden or not said stays empty. */
export async function suggestPlace(ctx: Context, words: string): Promise<Reply['place']> {
  const places = await learning.readPlaces(ctx, words);
  const { offers, point, isPointLearnt } = places.best;
  const names = await organisation.areaNames(
    ctx,
    offers.map(({ code }) => code),
  );
  return {
    areas: offers.map((offer) => ({
      ...offer,
      name: names.get(offer.code) ?? ctx.city.name,
      words: [...offer.words],
    })),
    parts: partsOf(places),
    point: point && { ...point, isLearnt: isPointLearnt },
    isHidden: places.mentions.some(({ isCoded }) => isCoded),
  };
}

const partKinds = ['road', 'number', 'poi', 'building'] as const;

/** 路、门牌、场所、楼栋: the parts of one address, in the order an address has. */
function partsOf({ mentions, best }: Places): Reply['place']['parts'] {
  return partKinds.flatMap((kind) => {
    const text = best[kind];
    if (text === null) return [];
    const said = mentions.find((mention) => mention.text === text);
    return [{ kind, text, confidence: said?.confidence ?? best.confidence }];
  });
}

/** 对象建议: the company, farm, site or estate complained of, as the words call it. */
export async function suggestSubjects(ctx: Context, words: string): Promise<Reply['subjects']> {
  const found = findSubjects(words, await cityGazetteer(ctx));
  return found
    .filter(({ confidence }) => confidence >= leastSubject)
    .slice(0, shownSubjects)
    .map(({ text, confidence }) => ({ name: text, confidence }));
}
