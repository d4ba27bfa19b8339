import type { media as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import { receiveFromOutside } from '../intake/index.ts';
import { cite } from '../knowledge/index.ts';
import { scanTexts } from '../redaction/index.ts';
import { dropContactLater } from './drop-contact.ts';
import { mayWork } from './policy.ts';
import { tipSubject } from './subjects.ts';
import { numberToTell, tellViewer } from './tell-viewer.ts';
import { contactOf } from './tip-contact.ts';
import { endTipWait } from './tip-wait.ts';
import { changeTip, lockTip, type Tip } from './tips.repo.ts';

/** 转工单: an appeal like any other that waits for an agent; who said it goes along only if the person agreed to be asked. */
export async function makeOrderOfTip(
  ctx: Context,
  { tipId, words }: InputOf<typeof contract.makeOrderOfTip>,
): Promise<ReplyOf<typeof contract.makeOrderOfTip>> {
  const tip = await heldOpen(ctx, tipId);
  const { name, phone } = tip.may_contact ? contactOf(ctx, tip) : { name: '', phone: '' };
  const { order } = await receiveFromOutside(
    ctx,
    {
      content: tip.content,
      address: tip.address,
      ...(tip.area_code !== null && { areaCode: tip.area_code }),
      ...(phone !== '' && { phone }),
      ...(name !== '' && { name }),
      wantsSecrecy: false,
      noticeRead: true,
      uploads: [],
    },
    'media',
    { source_ref: `media:${tipId}` },
  );
  tell(ctx, { kind: 'order', id: order.id }, 'media.came-as-tip', {
    tip: tipId,
    mayContact: tip.may_contact,
    mayAppear: tip.may_appear,
  });
  await end(ctx, tip, { state: 'order', words, set: { order_id: order.id } });
  return { orderId: order.id, orderNo: order.order_no, isEmergency: order.urgency === 'U1' };
}

/** 答复: from the knowledge base, in words that name nobody, for they stand below a public post. */
export async function answerTip(
  ctx: Context,
  { tipId, knowledgeCode, words }: InputOf<typeof contract.answerTip>,
): Promise<{ done: true }> {
  const tip = await heldOpen(ctx, tipId);
  const entry = await cite(ctx, knowledgeCode);
  await demandNobody(ctx, tip, words);
  await end(ctx, tip, { state: 'answer', words, set: { knowledge_code: entry.code } });
  await afterAnswer(ctx, tip, { as: 'answer', words });
  return { done: true };
}

/** 不采用: with its reason, which names nobody where somebody is to read it. */
export async function refuseTip(
  ctx: Context,
  { tipId, refusal, words }: InputOf<typeof contract.refuseTip>,
): Promise<{ done: true }> {
  const tip = await heldOpen(ctx, tipId);
  if (numberToTell(ctx, tip) !== null) await demandNobody(ctx, tip, words);
  await end(ctx, tip, { state: 'refused', words, set: { refusal } });
  await afterAnswer(ctx, tip, { as: 'refused', words });
  return { done: true };
}

/** Whoever left a number hears of it, and is not kept longer than the city says. */
async function afterAnswer(
  ctx: Context,
  tip: Tip,
  said: Parameters<typeof tellViewer>[2],
): Promise<void> {
  await tellViewer(ctx, tip, said);
  if (tip.contact_enc !== null) await dropContactLater(ctx, tip.id);
}

async function heldOpen(ctx: Context, tipId: string): Promise<Tip> {
  const tip = await lockTip(ctx, tipId);
  demand(mayWork(ctx.actor));
  refuseUnless(tip.state === 'open', 'media.tip-ended');
  return tip;
}

async function demandNobody(ctx: Context, tip: Tip, words: string): Promise<void> {
  const { name, phone } = contactOf(ctx, tip);
  const people = { names: name === '' ? [] : [name], phones: phone === '' ? [] : [phone] };
  const found = await scanTexts(ctx, { texts: [words], orderIds: [], people });
  const { length: count } = found.filter(({ mayBeNobody }) => !mayBeNobody);
  refuseUnless(count === 0, 'media.scan-finds', { count });
}

interface End {
  readonly state: 'order' | 'answer' | 'refused';
  readonly words: string;
  readonly set: Parameters<typeof changeTip>[2];
}

async function end(ctx: Context, { id }: Tip, { state, words, set }: End): Promise<void> {
  const ended = { state, ended_by: ctx.actor.accountId, ended_at: ctx.now, end_words: words };
  await changeTip(ctx, id, { ...ended, ...set });
  await endTipWait(ctx, id);
  tell(ctx, tipSubject(id), 'media.tip-ended', {
    as: state,
    refusal: set.refusal ?? null,
    knowledge: set.knowledge_code ?? null,
    order: set.order_id ?? null,
  });
  announce(ctx, 'media');
}
