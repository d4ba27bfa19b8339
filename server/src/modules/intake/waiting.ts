import type { intake } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { cancelLater } from '../../platform/jobs.ts';
import { demand } from '../../platform/refusal.ts';
import * as learning from '../learning/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { acceptAt } from './accept-by-rule.ts';
import { assess, marksOf, settleUrgency } from './assess.ts';
import { carryOut } from './carry-out.ts';
import { secrecyOf } from './create-order.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { mayAccept, mayCheck } from './policy.ts';
import { teachDanger } from './teach-danger.ts';

const takeMinutes = 10;

/** 领取: keeps a waiting appeal for one agent; runs out by itself. An emergency falls to the rule when it does. */
export async function takeWaiting(
  ctx: Context,
  { orderId }: { orderId: string },
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, orderId);
  demand(mayAccept(ctx.actor, order, ctx.now));
  const until = new Date(ctx.now.getTime() + takeMinutes * 60_000);
  await orders.change(ctx, orderId, { claimed_by: ctx.actor.accountId, claimed_until: until });
  // What was imported years late is no emergency of tonight.
  if (order.urgency === 'U1' && order.channel !== 'import') acceptAt(ctx, orderId, until);
  announce(ctx, 'desk:to-accept');
  return { done: true };
}

type Accept = InputOf<typeof intake.acceptWaiting>;

/** T1 of an appeal that came by web, interface or file: matter, type and place put right by a person. */
export async function acceptWaiting(
  ctx: Context,
  input: Accept,
): Promise<ReplyOf<typeof intake.acceptWaiting>> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayAccept(ctx.actor, order, ctx.now));
  const [area, texts] = await Promise.all([
    organisation.area(ctx, input.areaCode),
    orders.textsOf(ctx, order.id),
    matters.matterInForce(ctx, input.matterCode),
  ]);
  await matters.checkFields(
    ctx,
    input.matterCode,
    input.fields,
    'centre',
    input.result === 'dispatch' ? 'all' : 'given',
  );
  const words = orders.appealText(texts);
  const computed = await assess(
    ctx,
    `${words?.title ?? ''}。${words?.content ?? ''}`,
    input.matterCode,
    {
      point: order.lng !== null && order.lat !== null ? { lng: order.lng, lat: order.lat } : null,
      address: input.address ?? words?.address,
    },
  );
  const urgency = settleUrgency(ctx, computed, input.urgency, input.urgencyReason);
  const outcome = await outcomeOf(ctx, input, urgency);
  const marks = marksOf(computed);

  const text = await correctWords(ctx, order, input, words);
  const names = await orders.searchNames(ctx, { area, ...input });
  await orders.addToSearch(ctx, order.id, [...names, input.title ?? '', input.address ?? '']);
  const accepted = await orders.advance(ctx, order, outcome.step, {
    set: {
      ...acceptedColumns(ctx, order, input, outcome),
      ...marks.more,
      area_code: area.code,
      urgency,
    },
    data: {
      ...outcome.data,
      ...marks.data,
      result: input.result,
      matter: input.matterCode,
      area: area.code,
      urgency,
      type: input.type,
      text,
    },
  });
  await orders.renewUnitSearch(ctx, accepted);
  cancelLater(ctx, `untaken:${order.id}`);
  await carryOut(ctx, accepted, outcome);
  await learning.decided(ctx, order.id, { matter: input.matterCode, type: input.type });
  learning.placed(ctx, order.id);
  await teachDanger(ctx, order.id, { ...computed, chosen: input.urgency });
  return { status: accepted.status, urgency };
}

function acceptedColumns(
  ctx: Context,
  order: orders.Order,
  input: Accept,
  outcome: Outcome,
): orders.OrderChange {
  const secrecy = input.secrecy ?? order.secrecy;
  return {
    ...outcome.set,
    result: input.result,
    type: input.type,
    matter_code: input.matterCode,
    secrecy: Math.max(order.secrecy, secrecyOf({ type: input.type, secrecy, anonymous: false })),
    accepted_by: ctx.actor.accountId,
    claimed_by: null,
    claimed_until: null,
  };
}

/** Fields, title or address put right make a new version of the appeal; the citizen's first words stay beneath it. */
async function correctWords(
  ctx: Context,
  order: orders.Order,
  input: Accept,
  words: orders.StoredText | null,
): Promise<number | null> {
  const isSame =
    input.title === undefined &&
    input.address === undefined &&
    Object.keys(input.fields).length === 0;
  if (isSame || !words) return null;
  const mark = await orders.addText(ctx, order.id, {
    kind: 'appeal',
    title: input.title ?? words.title,
    content: words.content,
    demand: words.demand,
    address: input.address ?? words.address,
    subjectName: words.subject_name,
    fields: input.fields,
  });
  return mark.no;
}

/** 规则受理核对: a person looks at what the rule accepted and sent. */
export async function checkAccepted(
  ctx: Context,
  input: InputOf<typeof intake.checkAccepted>,
): Promise<{ done: true }> {
  const order = await orders.lockVisible(ctx, input.orderId);
  demand(mayCheck(ctx.actor, order));
  const note = input.note
    ? await orders.addText(ctx, order.id, { kind: 'note', content: input.note })
    : null;
  await orders.change(ctx, order.id, { to_check: false });
  tell(ctx, { kind: 'order', id: order.id }, 'intake.checked', {
    isRight: input.isRight,
    secrecy: order.secrecy,
    text: note?.no ?? null,
  });
  announce(ctx, 'desk:to-check');
  return { done: true };
}
