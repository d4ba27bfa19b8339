import type { BodyOf, Said } from '@minsheng/contract/public/exchange.ts';
import { returnReasons } from '@minsheng/contract/words/disputes.ts';
import type { Permission } from '@minsheng/contract/words/permissions.ts';
import type { Context } from '../../platform/context.ts';
import { bodyOf } from '../../platform/http-errors.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Assignment } from '../dispatch/index.ts';
import { askReturn } from '../disputes/index.ts';
import { type AtDoor, ExchangeFault, type Incoming, inNameOf } from '../exchange/index.ts';
import * as files from '../files/index.ts';
import { arrive, checkSubmit, contact, sign, submit } from '../handling/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { text } from './text.ts';

/** What the unit may do at its own desk, its leader included: its system is one hand of it. */
const permitted: readonly Permission[] = [
  'handling.work',
  'handling.sign-off',
  'disputes.ask',
  'orders.read',
];

/**
 * 县级平台答复: the unit's own steps here, by what its system says. A step the rules do not allow is refused like at the
 * desk, and the message waits for a person with that sentence.
 */
export async function takeStep(
  ctx: Context,
  duty: Assignment,
  { said, uploads, envelope }: Incoming,
): Promise<void> {
  const acting = { ...ctx, actor: inNameOf(duty, permitted) };
  const key = { orderId: duty.order_id, assignmentId: duty.id };
  if (said.kind === 'accept' && duty.state === 'sent') await sign(acting, key);
  if (said.kind === 'progress') await goOn(acting, duty, said.body);
  if (said.kind === 'return') await giveBack(acting, duty, said.body);
  if (said.kind !== 'result') return;
  const fileIds = await files.claimUploads(ctx, uploads);
  const named = new Map(envelope.attachments.map(({ sha256, name }) => [sha256, name]));
  const names = [...named.values()];
  const evidence = await evidenceOf(ctx, duty, { fileIds, names });
  await submit(acting, { ...key, ...formOf(said.body), evidence });
}

async function goOn(
  ctx: Context,
  { order_id: orderId, id: assignmentId }: Assignment,
  { stage, words }: BodyOf<'progress'>,
): Promise<void> {
  const key = { orderId, assignmentId };
  if (stage === 'arrived') await arrive(ctx, { ...key, fileIds: [] });
  if (stage === 'contacted')
    await contact(ctx, { ...key, reached: true, note: words.slice(0, 1000) });
}

/** 退单申请 of the unit: signed by its leader over there; who is right is ruled here. */
async function giveBack(
  ctx: Context,
  { order_id: orderId, id: assignmentId }: Assignment,
  { reasonCode, reason, basis, properUnit }: BodyOf<'return'>,
): Promise<void> {
  const known = returnReasons.find((one) => one === reasonCode);
  const unit = properUnit === undefined ? [] : await organisation.unitsIfKnown(ctx, [properUnit]);
  await askReturn(ctx, {
    orderId,
    assignmentId,
    reason: known ?? 'other',
    basis: basis && basis.length >= 4 ? basis : text.returnBasis,
    ...(unit[0] && { properUnit: unit[0].code }),
    words: reason.slice(0, 1000),
  });
}

function formOf({ outcome, words, measures }: BodyOf<'result'>) {
  const isDone = outcome === 'done';
  return {
    isTrue: 'true' as const,
    isSolved: isDone ? ('solved' as const) : ('not-solved' as const),
    unsolvedReason: isDone ? '' : words.slice(0, 1000),
    process: words,
    publicAnswer: words,
    basis: '',
    measures: measures ?? [],
    assetChanges: [],
  };
}

/** 反馈能否入库, asked at the door: what the rules want of an answer is told to whoever can still add it. */
export async function refuseUnfit(
  ctx: Context,
  duty: Assignment,
  { said, attachments }: AtDoor,
): Promise<void> {
  if (said.kind !== 'result') return;
  const acting = { ...ctx, actor: inNameOf(duty, permitted) };
  const order = await orders.lock(ctx, duty.order_id);
  const { evidence } = await matters.replyForm(ctx, order.matter_code);
  const shown = attachments.map(({ name }) => ({ code: name.split('.')[0] ?? '', fileId: '' }));
  try {
    await checkSubmit(acting, { order, duty }, { ...formOf(said.body), evidence: shown });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const says = bodyOf(error).error.message;
    const needs = evidence.flatMap(({ code, required }) => (required ? [code] : []));
    if (error.code === 'handling.evidence-missing')
      throw new ExchangeFault(422, { code: 'field', says, field: 'attachments', needs });
    if (error.code === 'handling.measures-missing')
      throw new ExchangeFault(422, { code: 'field', says, field: 'body.measures' });
    throw new ExchangeFault(422, { code: 'step', says, field: 'kind', value: said.kind });
  }
}

/** 佐证: a file named by the code of a piece of evidence (`after.jpg`) is that piece; another is a paper of the handling. */
async function evidenceOf(
  ctx: Context,
  duty: Assignment,
  { fileIds, names }: { fileIds: readonly string[]; names: readonly string[] },
): Promise<{ code: string; fileId: string }[]> {
  const order = await orders.lock(ctx, duty.order_id);
  const form = await matters.replyForm(ctx, order.matter_code);
  return fileIds.map((fileId, at) => {
    const name = names[at]?.split('.')[0];
    const code = form.evidence.find((one) => one.code === name)?.code;
    return { code: code ?? 'process_record', fileId };
  });
}

/** 来件留言: what they say stays on the order in words, whoever did it. */
export function wordsOf(said: Said, peer: string): string | null {
  switch (said.kind) {
    case 'accept':
      return text.accepted(peer, said.body.number);
    case 'progress':
      return said.body.stage === 'contacted'
        ? null
        : text.stage(peer, said.body.stage, said.body.words);
    case 'supplement':
      return text.added(peer, said.body.words);
    case 'urge':
      return text.urging(peer, said.body.words);
    case 'withdraw':
      return text.withdrawn(peer, said.body.reason);
    default:
      return null;
  }
}
