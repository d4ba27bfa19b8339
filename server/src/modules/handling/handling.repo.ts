import type { MeasureKind } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';
import type { Json } from '../../platform/json.ts';
import { keepsWords } from '../orders/index.ts';

keepsWords({ table: 'handling.reply', words: ['basis'], lists: ['measures', 'asset_changes'] });

export interface NewContact {
  orderId: string;
  assignmentId: string;
  reached: boolean;
  noteNo: number | null;
}

export async function insertContact(ctx: Context, contact: NewContact): Promise<void> {
  await tablesOf<'handling'>(ctx.tx)
    .insertInto('handling.contact')
    .values({
      city_id: ctx.cityId,
      order_id: contact.orderId,
      id: ctx.newId(),
      assignment_id: contact.assignmentId,
      reached: contact.reached,
      note_no: contact.noteNo,
      by_account: ctx.actor.accountId,
      at: ctx.now,
    })
    .execute();
}

export interface NewReply {
  id: string;
  orderId: string;
  assignmentId: string;
  unitCode: string;
  isTrue: string;
  isSolved: string;
  unsolvedNo: number | null;
  processNo: number;
  answerNo: number;
  basis: string;
  measures: Json;
  assetChanges: Json;
  evidence: Json;
}

export async function insertReply(ctx: Context, reply: NewReply): Promise<void> {
  await tablesOf<'handling'>(ctx.tx)
    .insertInto('handling.reply')
    .values({
      city_id: ctx.cityId,
      order_id: reply.orderId,
      id: reply.id,
      assignment_id: reply.assignmentId,
      unit_code: reply.unitCode,
      at: ctx.now,
      is_true: reply.isTrue,
      is_solved: reply.isSolved,
      unsolved_no: reply.unsolvedNo,
      process_no: reply.processNo,
      answer_no: reply.answerNo,
      basis: reply.basis,
      measures: jsonb(reply.measures),
      asset_changes: jsonb(reply.assetChanges),
      evidence: jsonb(reply.evidence),
      by_account: ctx.actor.accountId,
    })
    .execute();
}

export interface Reply {
  id: string;
  assignment_id: string;
  unit_code: string;
  at: Date;
  is_true: string;
  is_solved: string;
  unsolved_no: number | null;
  process_no: number;
  answer_no: number;
  basis: string;
  measures: { kind: MeasureKind; what: string }[];
  asset_changes: {
    what: string;
    count: number;
    place: string;
    at: { lng: number; lat: number } | null;
  }[];
  evidence: { code: string; fileId: string }[];
  signed_off_by: string | null;
}

/** All replies of an order, oldest first. */
export async function repliesOf(ctx: Context, orderId: string): Promise<Reply[]> {
  const rows = await tablesOf<'handling'>(ctx.tx)
    .selectFrom('handling.reply')
    .select([
      'id',
      'assignment_id',
      'unit_code',
      'at',
      'is_true',
      'is_solved',
      'unsolved_no',
      'process_no',
      'answer_no',
      'basis',
      'measures',
      'asset_changes',
      'evidence',
      'signed_off_by',
    ])
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('id')
    .execute();
  return rows as unknown as Reply[];
}

export async function markSignedOff(ctx: Context, orderId: string, replyId: string): Promise<void> {
  await tablesOf<'handling'>(ctx.tx)
    .updateTable('handling.reply')
    .set({ signed_off_by: ctx.actor.accountId, signed_off_at: ctx.now })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .where('id', '=', replyId)
    .execute();
}
