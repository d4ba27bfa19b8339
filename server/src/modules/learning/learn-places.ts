import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { enqueue, handle, job } from '../../platform/jobs.ts';
import {
  addressNames,
  cityGazetteer,
  findPlaces,
  lineageOf,
  publicNames,
} from '../mentions/index.ts';
import * as orders from '../orders/index.ts';
import { foldLessons } from './fold-lessons.ts';
import {
  deleteLessons,
  deleteReadings,
  insertLessons,
  keepLearnt,
  keepReading,
  learntOf,
  lessonsOf,
} from './places.repo.ts';
import { readPlaces } from './read-places.ts';

const learnPlaces = job('learning:learn-places', z.object({ orderId: z.uuid() }));

/** 区域决定: a person said where an order is. Called in the transaction that decides; learnt a moment later. */
export function placed(ctx: Context, orderId: string): void {
  enqueue(ctx, learnPlaces, { orderId });
}

handle(learnPlaces, async (ctx, { orderId }) => {
  const before = await deleteLessons(ctx, [orderId]);
  const said = await orders.placedWords(ctx, orderId);
  if (!said) return foldAnew(ctx, before);
  const text = [said.address, said.title, said.content].filter((part) => part !== '').join('。');
  const { best } = await readPlaces(ctx, text);
  const [offer, ...equals] = best.offers;
  await keepReading(ctx, {
    orderId,
    readArea: offer && equals.length === 0 ? offer.code : null,
    confidence: offer?.confidence ?? 0,
    chosenArea: said.areaCode,
  });
  const gazetteer = await cityGazetteer(ctx);
  const isWholeCity = lineageOf(gazetteer, said.areaCode).length < 2;
  // The same name may stand in the words with its kind and in the address as a bare one.
  const names = isWholeCity
    ? []
    : [
        ...new Set([
          ...publicNames(findPlaces(text, gazetteer)),
          ...addressNames(said.address, gazetteer),
        ]),
      ];
  const point = await placedByHand(ctx, names, said.point);
  await insertLessons(ctx, { orderId, names, areaCode: said.areaCode, point });
  await foldAnew(ctx, [...before, ...names]);
});

/** A point taken over from a suggestion is nobody's own: it would confirm itself for ever. */
async function placedByHand(
  ctx: Context,
  names: readonly string[],
  point: orders.PlacedWords['point'],
): Promise<orders.PlacedWords['point']> {
  const learnt = await learntOf(ctx, names);
  const isEcho = learnt.some(
    (known) => known.point?.lng === point?.lng && known.point?.lat === point?.lat,
  );
  return isEcho ? null : point;
}

async function foldAnew(ctx: Context, names: readonly string[]): Promise<void> {
  const gazetteer = await cityGazetteer(ctx);
  for (const name of new Set(names)) {
    const lessons = await lessonsOf(ctx, name);
    const learnt = foldLessons(name, lessons, (code) => lineageOf(gazetteer, code));
    await keepLearnt(ctx, name, learnt);
  }
}

/** 删除个人信息: an order whose words are gone teaches nothing any more. */
export async function forgetPlaces(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await deleteReadings(ctx, orderIds);
  await foldAnew(ctx, await deleteLessons(ctx, orderIds));
}
