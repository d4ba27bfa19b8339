import type { emergency } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { MassResult } from '@minsheng/contract/words/emergency.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { sentenceOf } from '../../platform/http-errors.ts';
import { demand, Refusal, refuseUnless } from '../../platform/refusal.ts';
import { addUnit, dispatchOrder, maySend, ofOrder, planFor } from '../dispatch/index.ts';
import * as learning from '../learning/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { type Mode, shareMode } from './modes.repo.ts';
import { mayMassSend } from './policy.ts';
import { keepSent, sentAmong } from './sent-orders.repo.ts';
import { text } from './text.ts';

type Asked = InputOf<typeof emergency.massSend>;
type Outcome = ReplyOf<typeof emergency.massSend>['rows'][number];

/**
 * 批量派单: each order by the dispatch's own rules, with one lead and the response limit of the mode. One that is refused
 * says why and holds up none of the others: the dispatch refuses before it writes anything.
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
    if (!before.has(order.id)) rows.push(await sendOne(ctx, mode, order, input));
  if (rows.length > 0)
    await keepSent(
      ctx,
      mode,
      rows.map(({ why, ...row }) => ({ ...row, refusal: why })),
    );
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
  try {
    if (order.status === 'in-progress') return await addTo(ctx, mode, order, input);
    if (order.status !== 'to-dispatch') return refused(text.elsewhere);
    demand(maySend(ctx.actor, order, ctx.now));
    const planned = await planFor(ctx, order);
    const lead = input.lead ?? planned.lead;
    if (lead === null) return refused(text.noLead);
    const linkage = apartFrom([lead], [...input.linkage, ...planned.linkage]);
    const assists = apartFrom([lead, ...linkage], input.lead ? [] : planned.assists);
    const copies = apartFrom([lead, ...linkage, ...assists], planned.copies);
    const units = { lead, linkage, assists, copies };
    const respondMinutes = mode.response_minutes;
    await dispatchOrder(ctx, order, { ...units, note: input.note, respondMinutes });
    await learning.decided(ctx, order.id, { unit: lead });
    return sentAs(ctx, mode, order, 'sent');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.trace) await error.trace(ctx);
    return refused(sentenceOf(error));
  }
}

/** 加派: who leads it stays, so that it never has two; units of the group that are not in it yet come along. */
async function addTo(
  ctx: Context,
  mode: Mode,
  order: orders.Order,
  { lead, linkage }: Asked,
): Promise<Outcome> {
  const there = (await ofOrder(ctx, order.id))
    .filter(({ state }) => state !== 'revoked' && state !== 'returned')
    .map(({ unit_code }) => unit_code);
  const missing = apartFrom(there, [...(lead ? [lead] : []), ...linkage]);
  if (missing.length === 0) return { orderId: order.id, result: 'refused', why: text.allThere };
  for (const unitCode of missing)
    await addUnit(ctx, {
      orderId: order.id,
      unitCode,
      role: 'linkage',
      reason: text.added(mode.name),
      respondMinutes: mode.response_minutes,
    });
  return sentAs(ctx, mode, order, 'added');
}

function sentAs(ctx: Context, mode: Mode, order: orders.Order, result: MassResult): Outcome {
  tell(ctx, { kind: 'order', id: order.id }, 'emergency.sent', { mode: mode.id, result });
  return { orderId: order.id, result, why: null };
}

const apartFrom = (taken: readonly string[], codes: readonly string[]): string[] =>
  [...new Set(codes)].filter((code) => !taken.includes(code));
