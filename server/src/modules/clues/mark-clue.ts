import type { clues as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { attachToClue, copyToClue, filesHeldBy, filesOf, isPhoto } from '../files/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { clueNo, clueSubject } from './clue.ts';
import { insertClue } from './clues.repo.ts';
import { demandKind } from './kinds.ts';
import { placeKey } from './likeness.ts';
import { addPhotos } from './pack.repo.ts';
import { mayMark } from './policy.ts';
import { insertSource } from './sources.repo.ts';
import { putSubject } from './subjects.repo.ts';
import { workLater } from './waits.ts';

type Input = InputOf<typeof contract.markClue>;

/** 标记线索: a thing of its own; the order stands only among its sources, whoever asked nowhere. */
export async function markClue(
  ctx: Context,
  { orderId, photoIds, fileIds, ...facts }: Input,
): Promise<ReplyOf<typeof contract.markClue>> {
  demand(mayMark(ctx.actor, orderId !== undefined));
  if (orderId !== undefined) await orders.findVisible(ctx, orderId);
  const id = ctx.newId();
  const number = await insertClue(ctx, {
    id,
    ...(await wordsOf(ctx, id, facts)),
    facts_no: 1,
    facts_by: ctx.actor.accountId,
    state: 'draft',
    state_since: ctx.now,
    marked_by: ctx.actor.accountId,
    marked_unit: ctx.actor.unitCode,
    marked_at: ctx.now,
  });
  if (orderId !== undefined) await insertSource(ctx, { clueId: id, orderId });
  await addPhotos(ctx, id, await photosFor(ctx, { id, orderId, photoIds, fileIds }));
  await workLater(ctx, id);
  isNew(ctx, clueSubject(id));
  tell(ctx, clueSubject(id), 'clues.marked', {
    kind: facts.kind,
    area: facts.areaCode,
    order: orderId ?? null,
  });
  announce(ctx, 'clues');
  return { clueId: id, no: clueNo(number) };
}

type Facts = Omit<Input, 'orderId' | 'photoIds' | 'fileIds'>;

/** What the pack says, checked against the city's data. */
export async function wordsOf(ctx: Context, clueId: string, facts: Facts) {
  const { kind, subject, place, areaCode, point } = facts;
  await Promise.all([demandKind(ctx, kind), organisation.area(ctx, areaCode)]);
  const countyCode = areaCode.slice(0, 6);
  return {
    kind,
    subject_id: await putSubject(ctx, { name: subject, countyCode, clueId }),
    place,
    place_key: placeKey(place),
    area_code: areaCode,
    county_code: countyCode,
    lng: point?.lng ?? null,
    lat: point?.lat ?? null,
    facts: facts.facts,
  };
}

interface Chosen extends Pick<Input, 'orderId' | 'photoIds' | 'fileIds'> {
  readonly id: string;
}

/** 挑选的照片: copies without place, time and name, so that nothing leads back to the order they lie with; what no scan reads stays out. */
async function photosFor(
  ctx: Context,
  { id, orderId, photoIds, fileIds }: Chosen,
): Promise<string[]> {
  const lying = orderId === undefined ? [] : (await filesOf(ctx, orderId)).filter(isPhoto);
  const known = new Set(lying.map((file) => file.id));
  refuseUnless(
    photoIds.every((photo) => known.has(photo)),
    'clues.no-such-photo',
  );
  const copies = await copyToClue(ctx, photoIds, id);
  await attachToClue(ctx, fileIds, id);
  refuseUnless((await filesHeldBy(ctx, id)).every(isPhoto), 'clues.photos-only');
  return [...copies, ...fileIds];
}
