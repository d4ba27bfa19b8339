import { sql } from 'kysely';
import type { Context } from '../../../platform/context.ts';
import { tablesOf } from '../../../platform/db.ts';

/** 在办的对方请求: asked after until it is closed. */
export interface FiledRequest {
  readonly case_id: string;
  readonly peer: string;
  readonly order_id: string;
  readonly order_no: string;
  readonly request_id: string | null;
  readonly token: string | null;
  /** What they said last, as a digest; null: nothing was taken over yet. */
  readonly heard: string | null;
  readonly misses: number;
}

const columns = sql.raw(
  'f.case_id, f.peer, f.order_id, f.order_no, f.request_id, f.token, f.heard, f.misses',
);

export interface NewFiled {
  readonly caseId: string;
  readonly peer: string;
  readonly orderId: string;
  readonly orderNo: string;
  readonly requestId: string | null;
  readonly token: string | null;
}

/** A case asked for anew goes on under the request of its own. */
export async function putFiled(ctx: Context, made: NewFiled): Promise<void> {
  const row = {
    peer: made.peer,
    order_id: made.orderId,
    order_no: made.orderNo,
    request_id: made.requestId,
    token: made.token,
    heard: null,
    misses: 0,
    made_at: ctx.now,
    next_at: ctx.now,
  };
  await tablesOf<'nets'>(ctx.tx)
    .insertInto('nets.filed_request')
    .values({ ...row, city_id: ctx.cityId, case_id: made.caseId })
    .onConflict((conflict) => conflict.columns(['city_id', 'case_id']).doUpdateSet(row))
    .execute();
}

/** Those whose turn it is. Each is due again after a while that grows with its age, whatever comes of asking now. */
export async function takeDue(ctx: Context, peer: string, most: number): Promise<FiledRequest[]> {
  const { rows } = await sql<FiledRequest>`
    update nets.filed_request as f
    set next_at = ${ctx.now}::timestamptz + case
        when f.made_at > ${ctx.now}::timestamptz - interval '1 hour' then interval '2 minutes'
        when f.made_at > ${ctx.now}::timestamptz - interval '1 day' then interval '15 minutes'
        else interval '1 hour'
      end
    where f.city_id = ${ctx.cityId}
      and f.case_id in (
        select due.case_id
        from nets.filed_request as due
        where due.city_id = ${ctx.cityId}
          and due.peer = ${peer}
          and due.next_at <= ${ctx.now}
        order by due.next_at
        limit ${most}
        -- Two workers must not ask after the same.
        for update skip locked
      )
    returning ${columns}`.execute(ctx.tx);
  return rows;
}

/** Only while it is the same request: the case may have been asked for anew meanwhile. False: it was. */
export async function changeFiled(
  ctx: Context,
  of: Pick<FiledRequest, 'case_id' | 'request_id' | 'token'>,
  change: { heard?: string; misses?: number; request_id?: string },
): Promise<boolean> {
  const changed = await tablesOf<'nets'>(ctx.tx)
    .updateTable('nets.filed_request')
    .set(change)
    .where('city_id', '=', ctx.cityId)
    .where('case_id', '=', of.case_id)
    .where('request_id', 'is not distinct from', of.request_id)
    .where('token', 'is not distinct from', of.token)
    .returning('case_id')
    .execute();
  return changed.length === 1;
}

export async function dropFiled(
  ctx: Context,
  of: Pick<FiledRequest, 'case_id' | 'request_id'>,
): Promise<void> {
  await tablesOf<'nets'>(ctx.tx)
    .deleteFrom('nets.filed_request')
    .where('city_id', '=', ctx.cityId)
    .where('case_id', '=', of.case_id)
    .where('request_id', 'is not distinct from', of.request_id)
    .execute();
}
