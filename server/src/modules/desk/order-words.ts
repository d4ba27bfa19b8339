import type { orders as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { fieldValues } from '@minsheng/contract/shapes.ts';
import type { Context } from '../../platform/context.ts';
import { infoRequestsOf } from '../handling/index.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import type { Eyes } from './eyes.ts';
import { orderText } from './text.ts';

type Page = ReplyOf<typeof contract.orderPage>;
type Words = Pick<Page, 'content' | 'demand' | 'unitTitle' | 'unitContent' | 'subjectName'>;
type Said = Page['notes'];

/** 诉求内容: the centre reads the citizen's own words, a unit the text that was put right for it. */
export function wordsOf(texts: readonly orders.StoredText[], eyes: Eyes): Words {
  const appeal = orders.appealText(texts);
  const forUnits = orders.textForUnits(texts);
  const own = eyes.isCentre ? appeal : forUnits;
  return {
    content: eyes.read(own?.content ?? ''),
    demand: eyes.read(appeal?.demand ?? ''),
    unitTitle: eyes.read(forUnits?.title ?? ''),
    unitContent: eyes.read(forUnits?.content ?? ''),
    subjectName: eyes.read(appeal?.subject_name ?? ''),
  };
}

/** 事项要素 as this reader may see them, in words and as they are kept. */
export async function fieldsOf(
  ctx: Context,
  order: orders.Order,
  { texts, eyes }: { texts: readonly orders.StoredText[]; eyes: Eyes },
): Promise<Pick<Page, 'fields' | 'fieldValues'>> {
  const values = fieldValues.catch({}).parse(orders.appealText(texts)?.fields);
  const fields = await matters.shownFields(ctx, order.matter_code, { values, who: eyes.fields });
  const shown = new Set(fields.map(({ code }) => code));
  return {
    fields: fields.map((field) => ({ ...field, value: eyes.read(field.value) })),
    fieldValues: eyes.isCentre
      ? Object.fromEntries(Object.entries(values).filter(([code]) => shown.has(code)))
      : {},
  };
}

/**
 * 补充: what the requester added, by page or through an agent. What answers a question of a unit stands beside it.
 */
export async function addedOf(
  ctx: Context,
  order: orders.Order,
  { texts, eyes }: { texts: readonly orders.StoredText[]; eyes: Eyes },
): Promise<Pick<Page, 'supplements' | 'infoRequests'>> {
  const { requests, answers } = await infoRequestsOf(ctx, order, texts);
  const own = ofKinds(texts, ['supplement']).filter(({ no }) => !answers.has(no));
  return {
    supplements: await said(ctx, own, eyes),
    infoRequests: requests.map((one) => ({
      ...one,
      question: eyes.read(one.question),
      answer: one.answer === null ? null : eyes.read(one.answer),
    })),
  };
}

/** 备注: the centre reads all of them; a unit its own and the notes its duties came with. */
export const notesOf = (
  ctx: Context,
  texts: readonly orders.StoredText[],
  eyes: Eyes,
): Promise<Said> => {
  const notes = ofKinds(texts, ['note', 'dispatch-note']);
  const own = notes.filter(({ by_unit, no }) => by_unit === eyes.unitCode || eyes.noteNos.has(no));
  return said(ctx, eyes.isCentre ? notes : own, eyes);
};

const ofKinds = (texts: readonly orders.StoredText[], kinds: readonly orders.TextKind[]) =>
  texts.filter(({ kind, content }) => kinds.includes(kind) && content !== '');

async function said(ctx: Context, texts: readonly orders.StoredText[], eyes: Eyes): Promise<Said> {
  const names = await accountNames(
    ctx,
    texts.map(({ by_account }) => by_account),
  );
  return texts.map(({ at, by_account, content }) => ({
    at: at.toISOString(),
    by: by_account ? (names.get(by_account) ?? '') : orderText.requester,
    content: eyes.read(content),
  }));
}

const answeredStatuses: readonly Page['status'][] = [
  'call-back',
  'closed',
  'archived',
  'answered',
  'disposed',
  'transferred',
];

/** 公开答复: what the requester was told, once it stands. */
export function answerOf(order: orders.Order, texts: readonly orders.StoredText[]): string {
  if (!answeredStatuses.includes(order.status)) return '';
  return texts.findLast(({ kind }) => kind === 'answer')?.content ?? '';
}
