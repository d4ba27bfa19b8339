import type * as orders from '../../modules/orders/index.ts';
import * as organisation from '../../modules/organisation/index.ts';
import { askVisit, cancelVisit } from '../../modules/visits/ask-visit.ts';
import { finishVisit } from '../../modules/visits/finish-visit.ts';
import { addVisitPhoto, beginVisit } from '../../modules/visits/go-there.ts';
import { reportFromVisit } from '../../modules/visits/report-from-visit.ts';
import type { Actor } from '../../platform/actor.ts';
import type { Context } from '../../platform/context.ts';
import { dayAfter, dayOf } from '../../platform/zone.ts';
import { keptPhoto } from '../evidence.ts';
import type { Life } from '../lives/scene.ts';
import { type Errand, found, later, morning, type Office } from './errand.ts';
import { type VisitWords, visitWords } from './visit-words.ts';

/** 现场核查: asked for, late, under way, done, called off; one finds that an answer is not so. */
export const visits = (end: Date): Errand[] =>
  visitWords.map((words, no) => ({
    at: morning(end, words.daysAgo, 35 + no * 8),
    happens: (office) => visit(office, words),
  }));

async function* visit(office: Office, words: VisitWords): Life {
  const { world, staff, units } = office;
  const asker = await staff.centre('dispatcher');
  const order = words.ofOrder ? await answered(office, asker) : undefined;
  if (words.ofOrder && !order) return;
  const visitorUnit = units[words.unit];
  const { visitId } = await world.do(
    asker,
    async (ctx, orderId: string | undefined) =>
      askVisit(ctx, {
        purpose: words.purpose,
        ...(orderId && { concern: { kind: 'order', id: orderId } }),
        checklist: words.checklist,
        visitorUnit,
        place: await placeOf(ctx, visitorUnit),
        what: words.what,
        visitBy: dayAfter(dayOf(ctx.now.getTime(), ctx.city.zone), words.days),
      }),
    order?.id,
  );
  if (words.until === 'asked') return;
  yield later(office, 90);
  if (words.until === 'cancelled') {
    await world.do(asker, cancelVisit, { visitId, reason: '已由网格员当天看过,不再另派。' });
    return;
  }
  const visitor = await staff.unit(visitorUnit, 'work');
  const seenAt = world.clock.now().toISOString();
  await world.do(visitor, beginVisit, { visitId, seenAt });
  await world.do(visitor, (ctx, id: string) => photographed(ctx, id, words), visitId);
  if (words.until === 'under-way') return;
  yield later(office, 25);
  yield* looked(office, visitor, { visitId, words });
  if (!words.answerIsFalse) return;
  yield later(office, 40);
  await world.do(await staff.centre('shift-lead'), reportFromVisit, { visitId });
}

/** An answer that waits for its call-back, of somebody else than whoever is sent. */
async function answered(office: Office, asker: Actor): Promise<orders.Order | undefined> {
  const all = await found(office, asker, { status: 'call-back' });
  const { township } = office.units;
  return all.find(({ lead_path, secrecy }) => secrecy === 0 && !lead_path?.includes(township));
}

async function placeOf(ctx: Context, unitCode: string): Promise<string> {
  const { area, name } = await organisation.unit(ctx, unitCode);
  const place = area ? (await organisation.area(ctx, area)).full_name : name;
  return `${place}(核查点见要点)`;
}

async function photographed(ctx: Context, visitId: string, words: VisitWords): Promise<void> {
  const shown = words.outcome === 'fixed' ? 'after' : 'before';
  const photo = { seed: visitId, matter: words.matter, purpose: 'evidence', shown } as const;
  await addVisitPhoto(ctx, {
    visitId,
    clientId: ctx.newId(),
    fileId: await keptPhoto(ctx, photo),
    itemCode: 'scene',
    takenAt: ctx.now.toISOString(),
  });
}

async function* looked(
  { world }: Office,
  visitor: Actor,
  { visitId, words }: { visitId: string; words: VisitWords },
): Life {
  const { ticks, outcome, findings, answerIsFalse } = words;
  await world.do(
    visitor,
    (ctx, id: string) => {
      const seenAt = ctx.now.toISOString();
      return finishVisit(ctx, {
        visitId: id,
        clientId: ctx.newId(),
        seenAt,
        ticks: ticks.map(([code, value]) => ({ code, value, note: '', seenAt })),
        outcome,
        findings,
        answerIsFalse,
        photos: 1,
      });
    },
    visitId,
  );
}
