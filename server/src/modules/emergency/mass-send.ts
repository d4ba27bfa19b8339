import type { emergency } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { MassResult } from '@minsheng/contract/words/emergency.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { sentenceOf } from '../../platform/http-errors.ts';
import { demand, Refusal, refuseUnless } from '../../platform/refusal.ts';
import { addUnit, dispatchOrder, maySend, ofOrder, planFor } from '../dispatch/index.ts';
import * as learning from '../learning/index.ts';
import { countLinkage } from '../linkage/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { areaPrefix } from './area-prefix.ts';
import { type Mode, shareMode } from './modes.repo.ts';
import { mayMassSend } from './policy.ts';
import { keepSent, sentAmong } from './sent-orders.repo.ts';
import { text } from './text.ts';

type Asked = InputOf<typeof emergency.massSend>;
type Outcome = ReplyOf<typeof emergency.massSend>['rows'][number];

/**
 * 批量派单: each order by the dispatch's own rules, with one lead and the response limit of the mode. One that is refused
 * says why and holds up none of the others.
 */
export async function massSend(
  ctx: Context,
  input: Asked,
): Promise<ReplyOf<typeof emergency.massSend>> {
  const mode = await shareMode(ctx, input.modeId);
  refuseUnless(mode, 'emergency.no-such-mode');
  demand(mayMassSend(ctx.actor, mode));
  await checkUnits(ctx, mode, input);
  const ids = [...new Set(input.orderIds)];
  const seen = await orders.visibleAmong(ctx, ids);
  refuseUnless(seen.size === ids.length, 'orders.no-such-order');
  const held = await orders.lockAll(ctx, ids);
  const before = await sentAmong(ctx, mode.id, ids);
  const rows: Outcome[] = [];
  for (const order of held)
    if (order.status === 'to-dispatch' || !before.has(order.id))
      rows.push(await sendOne(ctx, mode, order, input));
  if (rows.length > 0)
    await keepSent(
      ctx,
      mode,
      rows.map(({ why, ...row }) => ({ ...row, refusal: why })),
    );
  const sent = rows.filter(({ result }) => result !== 'refused').length;
  if (sent > 0)
    await countLinkage(ctx, { act: 'mass', mechanism: 'response', at: ctx.now }, { asked: sent });
  announce(ctx, 'emergency');
  return { rows };
}

/** Only units of the group are sent out this way; any other is a matter of its own. */
async function checkUnits(ctx: Context, mode: Mode, { lead, linkage }: Asked): Promise<void> {
  const foreign = [...(lead ? [lead] : []), ...linkage].find((code) => !mode.units.includes(code));
  if (foreign === undefined) return;
  const unit = await organisation.unit(ctx, foreign);
  throw new Refusal('emergency.not-in-group', { unit: unit.name });
}

async function sendOne(
  ctx: Context,
  mode: Mode,
  order: orders.Order,
  input: Asked,
): Promise<Outcome> {
  const refused = (why: string): Outcome => ({ orderId: order.id, result: 'refused', why });
  if (order.secrecy === 3) return refused(text.secret);
  if (!order.area_code.startsWith(areaPrefix(mode.area_code))) return refused(text.outside);
  if (order.status === 'in-progress') return addTo(ctx, mode, order, input);
  if (order.status !== 'to-dispatch') return refused(text.elsewhere);
  const why = await whyRefused(ctx, () => dispatchTo(ctx, mode, order, input));
  return why === null ? sentAs(ctx, mode, order, 'sent') : refused(why);
}

/** The reason where nobody can lead it. */
async function dispatchTo(
  ctx: Context,
  mode: Mode,
  order: orders.Order,
  input: Asked,
): Promise<string | null> {
  demand(maySend(ctx.actor, order, ctx.now));
  const planned = await planFor(ctx, order);
  const lead = input.lead ?? planned.lead;
  if (lead === null) return text.noLead;
  const linkage = apartFrom([lead], [...input.linkage, ...planned.linkage]);
  const assists = apartFrom([lead, ...linkage], input.lead ? [] : planned.assists);
  const copies = apartFrom([lead, ...linkage, ...assists], planned.copies);
  const units = { lead, linkage, assists, copies };
  const respondMinutes = mode.response_minutes;
  await dispatchOrder(ctx, order, { ...units, note: input.note, respondMinutes });
  await learning.decided(ctx, order.id, { unit: lead });
  return null;
}

/**
 * 加派: who leads it stays, so that it never has two; units of the group that are not in it yet come along. One that may
 * not, such as a grassroots unit the catalogue spares, is named and keeps none of the others away.
 */
async function addTo(
  ctx: Context,
  mode: Mode,
  order: orders.Order,
  { lead, linkage, note }: Asked,
): Promise<Outcome> {
  const there = (await ofOrder(ctx, order.id))
    .filter(({ state }) => state !== 'revoked' && state !== 'returned')
    .map(({ unit_code }) => unit_code);
  const missing = apartFrom(there, [...(lead ? [lead] : []), ...linkage]);
  if (missing.length === 0) return { orderId: order.id, result: 'refused', why: text.allThere };
  const adding = {
    orderId: order.id,
    role: 'linkage' as const,
    reason: text.added(mode.name, note),
    respondMinutes: mode.response_minutes,
  };
  const left: string[] = [];
  for (const unitCode of missing) {
    const why = await whyRefused(ctx, async () => {
      await addUnit(ctx, { ...adding, unitCode });
      return null;
    });
    if (why !== null) left.push(why);
  }
  const why = left.length === 0 ? null : [...new Set(left)].join('');
  if (left.length === missing.length) return { orderId: order.id, result: 'refused', why };
  return { ...sentAs(ctx, mode, order, 'added'), why };
}

/** Null: it was done. The sentence of a refusal, whose trace stays on the order; the dispatch refuses before it writes. */
async function whyRefused(ctx: Context, act: () => Promise<string | null>): Promise<string | null> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.trace) await error.trace(ctx);
    return sentenceOf(error);
  }
}

function sentAs(ctx: Context, mode: Mode, order: orders.Order, result: MassResult): Outcome {
  tell(ctx, { kind: 'order', id: order.id }, 'emergency.sent', { mode: mode.id, result });
  return { orderId: order.id, result, why: null };
}

const apartFrom = (taken: readonly string[], codes: readonly string[]): string[] =>
  [...new Set(codes)].filter((code) => !taken.includes(code));
