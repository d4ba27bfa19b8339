import type { Context } from '../../platform/context.ts';
import {
  cityGazetteer,
  findPlaces,
  type Places,
  possibleNames,
  publicNames,
} from '../mentions/index.ts';
import { learntOf } from './places.repo.ts';

/** 听出区域: the area the words speak of, or the one that all those equally likely lie in; null where nobody could say. */
export async function areaSaid(ctx: Context, text: string): Promise<string | null> {
  const { areaCode, offers } = (await readPlaces(ctx, text)).best;
  return offers.length === 0 ? null : areaCode;
}

/** 听出地点, with what earlier orders taught: only the names that stand in the text are looked up. */
export async function readPlaces(ctx: Context, text: string): Promise<Places> {
  const gazetteer = await cityGazetteer(ctx);
  const places = findPlaces(text, gazetteer);
  const learnt = await learntOf(ctx, [...publicNames(places), ...possibleNames(text)]);
  if (learnt.length === 0) return places;
  return findPlaces(text, { ...gazetteer, learnt: Map.groupBy(learnt, ({ name }) => name) });
}
