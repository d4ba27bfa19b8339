import type { Said } from '@minsheng/contract/public/exchange.ts';
import { evidencePurpose } from '@minsheng/contract/words/assignment.ts';
import { namesProperUnit, returnReasons } from '@minsheng/contract/words/disputes.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, type StoredEvent } from '../../platform/events.ts';
import type { Assignment } from '../dispatch/index.ts';
import {
  type AtDoor,
  type Case,
  ExchangeFault,
  type Incoming,
  isOpenCase,
  type Outgoing,
  type Peer,
  peerOf,
} from '../exchange/index.ts';
import * as files from '../files/index.ts';
import * as orders from '../orders/index.ts';
import * as organisation from '../organisation/index.ts';
import { dutyAt, formOf } from './county-duty.ts';
import { text } from './text.ts';
import { refuseUnfit, takeStep, wordsOf } from './unit-steps.ts';

/** Where the other system is the unit's own: what it says is the unit's step, and it hears what becomes of its duty. */
export const answering = ['accept', 'return', 'progress', 'result'] as const;

export const heardByUnit = [
  'intake.supplemented',
  'intake.urged',
  'intake.withdrawn',
  'dispatch.duty-revoked',
  'disputes.return-rejected',
  'handling.reply-rejected',
  'handling.clearing-rejected',
  'dispatch.due-moved',
  'deferrals.extended',
  'deferrals.resumed',
] as const;

/** 退回时要写明应办单位: told at the door, where it can still be put right. */
export async function checkReturn(ctx: Context, _peer: Peer, said: Said): Promise<void> {
  if (said.kind !== 'return') return;
  const { reasonCode, properUnit } = said.body;
  const reason = returnReasons.find((one) => one === reasonCode);
  if (reason === undefined || !namesProperUnit(reason)) return;
  const known = await organisation.unitsIfKnown(ctx, properUnit === undefined ? [] : [properUnit]);
  if (known.length > 0) return;
  const field = 'body.properUnit';
  throw new ExchangeFault(422, { code: 'field', says: text.properUnit, field });
}

/** 反馈: told at the door, with its case, what would stop it as the unit's answer. */
export async function checkAnswer(ctx: Context, at: AtDoor): Promise<void> {
  const duty = await dutyAt(ctx, at.peer, at.case.order_id);
  if (duty) await refuseUnfit(ctx, duty, at);
}

/** 来件: its words stay on the order, and the duty moves. */
export async function takeAnswer(ctx: Context, orderId: string, incoming: Incoming): Promise<void> {
  const { said, peer, uploads } = incoming;
  const order = await orders.lock(ctx, orderId);
  const words = wordsOf(said, peer.name);
  if (words !== null) await orders.addText(ctx, orderId, { kind: 'note', content: words });
  announce(ctx, `desk:${order.status}`);
  const duty = await dutyAt(ctx, peer, orderId);
  if (said.kind === 'supplement' || duty === null) {
    const to = {
      orderId,
      assignmentId: duty?.id ?? null,
      purpose: evidencePurpose('process_record'),
    };
    await files.attach(ctx, await files.claimUploads(ctx, uploads), to);
  }
  if (said.kind === 'supplement') return;
  if (duty) await takeStep(ctx, duty, incoming);
  // Nobody of theirs has it here: a late word, or one of their own that was not dispatched yet, stays a word for a person.
  else if (said.kind === 'result' || said.kind === 'return')
    await orders.addText(ctx, orderId, {
      kind: 'note',
      content: text.late(peer.name, endWords(said)),
    });
}

const endWords = (said: Extract<Said, { kind: 'result' | 'return' }>): string =>
  said.kind === 'result' ? said.body.words : said.body.reason;

/** 去件 about what the unit has from us. */
export async function tellUnit(
  ctx: Context,
  { case: about, event }: { case: Case; event: StoredEvent },
): Promise<Outgoing | null> {
  const orderId = about.order_id;
  const isOpen = await isOpenCase(ctx, about);
  if (event.type === 'disputes.return-rejected') return isOpen ? null : goOn(ctx, about);
  if (!isOpen) return null;
  switch (event.type) {
    case 'intake.supplemented':
      return { kind: 'supplement', body: { words: await wordsNamed(ctx, orderId, event) } };
    case 'intake.urged':
      return { kind: 'urge', body: { words: await wordsNamed(ctx, orderId, event) } };
    case 'intake.withdrawn':
      return { kind: 'withdraw', body: { reason: text.takenBack } };
    case 'dispatch.duty-revoked':
      return takenBack(ctx, about);
    case 'handling.reply-rejected':
    case 'handling.clearing-rejected':
      return rejected(ctx, about, event);
    case 'dispatch.due-moved':
    case 'deferrals.extended':
    case 'deferrals.resumed':
      return moved(ctx, about, event);
    default:
      return null;
  }
}

/** 退回未获同意: their side had ended it, so it is handed over anew. */
async function goOn(ctx: Context, about: Case): Promise<Outgoing> {
  const order = await orders.lock(ctx, about.order_id);
  const body = await formOf(ctx, order, { duty: await theirDuty(ctx, about), mode: 'push' });
  const words = `${text.goOn}${body.appeal.words}`.slice(0, 4000);
  return { kind: 'transfer', body: { ...body, appeal: { ...body.appeal, words } } };
}

/** 撤回 once none of their duties is left. */
async function takenBack(ctx: Context, about: Case): Promise<Outgoing | null> {
  const left = await theirDuty(ctx, about);
  return left ? null : { kind: 'withdraw', body: { reason: text.takenBack } };
}

/** 审核退回: it is the lead's answer that did not do. */
async function rejected(ctx: Context, about: Case, event: StoredEvent): Promise<Outgoing | null> {
  const duty = await theirDuty(ctx, about);
  if (duty?.role !== 'lead') return null;
  const words = text.rejected(await wordsNamed(ctx, about.order_id, event));
  return { kind: 'supplement', body: { words: words.slice(0, 4000) } };
}

const duties = z.array(z.object({ assignment: z.string() })).catch([]);

/** 时限有变, by more time, a pause or a corrected calendar: their clock follows ours. */
async function moved(ctx: Context, about: Case, { data }: StoredEvent): Promise<Outgoing | null> {
  const duty = await theirDuty(ctx, about);
  const isMoved = duties.parse(data.duties).some(({ assignment }) => assignment === duty?.id);
  if (!isMoved || !duty?.due_at) return null;
  const { on, time } = organisation.cityHour(duty.due_at, ctx.city.zone);
  return { kind: 'supplement', body: { words: text.dueMoved(`${on} ${time}`) } };
}

async function theirDuty(ctx: Context, { peer: code, order_id }: Case): Promise<Assignment | null> {
  const peer = await peerOf(ctx, code);
  return peer && dutyAt(ctx, peer, order_id);
}

async function wordsNamed(ctx: Context, orderId: string, { data }: StoredEvent): Promise<string> {
  const texts = await orders.textsOf(ctx, orderId);
  const found = texts.find(({ no }) => no === data.text)?.content ?? '';
  return found.trim().slice(0, 4000) || text.urged;
}
