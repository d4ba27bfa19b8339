import type { desk as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { cutPage, type Place, pageRows, placeOf } from '../../platform/keyset.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import type { Assignment } from '../dispatch/index.ts';
import * as organisation from '../organisation/index.ts';
import { mayOpen } from './policy.ts';

type Waiting = Place &
  Pick<
    Assignment,
    'order_id' | 'role' | 'unit_code' | 'unit_kind' | 'sent_at' | 'sign_due_at' | 'due_at'
  >;

/** 待指定专人: duties nobody of the unit may read yet, the most urgent first. Of the order itself not even its number. */
export async function dutiesToName(
  ctx: Context,
  { cursor }: InputOf<typeof contract.dutiesToName>,
): Promise<ReplyOf<typeof contract.dutiesToName>> {
  demand(mayOpen(ctx.actor, 'unit-to-name', 'to-name'));
  const path = ctx.actor.unitPath;
  refuseUnless(path, 'desk.not-yours');
  const { shown, next } = cutPage(await waitingBelow(ctx, path, placeOf(cursor)));
  const units = await organisation.unitsIfKnown(ctx, [
    ...new Set(shown.map(({ unit_code }) => unit_code)),
  ]);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const rows = shown.map((duty) => ({
    orderId: duty.order_id,
    assignmentId: duty.id,
    unit: {
      code: duty.unit_code,
      name: names.get(duty.unit_code) ?? duty.unit_code,
      kind: duty.unit_kind,
    },
    role: duty.role,
    sentAt: duty.sent_at.toISOString(),
    signDueAt: duty.sign_due_at?.toISOString() ?? null,
    dueAt: duty.due_at?.toISOString() ?? null,
  }));
  return { rows, next, shownCap: pageRows };
}

async function waitingBelow(ctx: Context, path: string, after: Place | null): Promise<Waiting[]> {
  const onward = after ? sql`and (urgency, id) > (${after.by}, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Waiting>`/* kept */
    select urgency as by, id, order_id, role, unit_code, unit_kind, sent_at, sign_due_at, due_at
    from dispatch.assignment
    where city_id = ${ctx.cityId}
      and (unit_path = ${path} or (unit_path ~>=~ ${`${path}/`} and unit_path ~<~ ${`${path}0`}))
      and readers = '{}'
      and state in ('sent', 'signed', 'contacted', 'delegated', 'to-sign-off', 'return-to-sign', 'return-asked',
        'parked', 'submitted')
      ${onward}
    order by urgency, id
    limit ${sql.lit(pageRows + 1)}`.execute(ctx.tx);
  return rows;
}
