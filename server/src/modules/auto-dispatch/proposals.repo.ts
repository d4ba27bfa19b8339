import type { HeldReason, ProposalSource } from '@minsheng/contract/words/auto-dispatch.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { Verdict } from './verdict.ts';

export interface NewProposal {
  readonly orderId: string;
  readonly matterCode: string;
  readonly onDay: string;
  readonly lead: string | null;
  readonly source: ProposalSource | null;
  readonly probability: number | null;
  readonly model: string | null;
  readonly rowId: string | null;
  readonly isSure: boolean;
  readonly held: readonly HeldReason[];
  readonly sentAt: Date | null;
}

export interface Proposal {
  readonly order_id: string;
  readonly matter_code: string;
  readonly on_day: string;
  readonly lead: string | null;
  readonly is_sure: boolean;
  readonly sent_at: Date | null;
  readonly verdict: Verdict['verdict'] | null;
  readonly final_lead: string | null;
  readonly is_right: boolean | null;
  readonly slot: number | null;
}

const columns = [
  'order_id',
  'matter_code',
  'on_day',
  'lead',
  'is_sure',
  'sent_at',
  'verdict',
  'final_lead',
  'is_right',
  'slot',
] as const;

export async function exists(ctx: Context, orderId: string): Promise<boolean> {
  const found = await tablesOf<'auto_dispatch'>(ctx.tx)
    .selectFrom('auto_dispatch.proposal')
    .select('order_id')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insert(ctx: Context, proposal: NewProposal): Promise<void> {
  await tablesOf<'auto_dispatch'>(ctx.tx)
    .insertInto('auto_dispatch.proposal')
    .values({
      city_id: ctx.cityId,
      order_id: proposal.orderId,
      matter_code: proposal.matterCode,
      on_day: proposal.onDay,
      proposed_at: ctx.now,
      lead: proposal.lead,
      source: proposal.source,
      probability: proposal.probability,
      model: proposal.model,
      row_id: proposal.rowId,
      is_sure: proposal.isSure,
      held: [...proposal.held],
      sent_at: proposal.sentAt,
    })
    .execute();
}

/** Held against another job that judges the same order. */
export async function lock(ctx: Context, orderId: string): Promise<Proposal | null> {
  const found = await tablesOf<'auto_dispatch'>(ctx.tx)
    .selectFrom('auto_dispatch.proposal')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .forUpdate()
    .executeTakeFirst();
  return (found as Proposal | undefined) ?? null;
}

export async function keepVerdict(
  ctx: Context,
  orderId: string,
  judged: Verdict & { isRight: boolean | null; slot: number | null },
): Promise<void> {
  await tablesOf<'auto_dispatch'>(ctx.tx)
    .updateTable('auto_dispatch.proposal')
    .set({
      verdict: judged.verdict,
      final_lead: judged.finalLead,
      is_right: judged.isRight,
      slot: judged.slot,
      judged_at: ctx.now,
    })
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .execute();
}

/** Orders proposed before an instant that nobody could judge yet, the oldest first. */
export async function unjudgedBefore(ctx: Context, before: Date, most: number): Promise<string[]> {
  const rows = await tablesOf<'auto_dispatch'>(ctx.tx)
    .selectFrom('auto_dispatch.proposal')
    .select('order_id')
    .where('city_id', '=', ctx.cityId)
    .where('verdict', 'is', null)
    .where('proposed_at', '<', before)
    .orderBy('proposed_at')
    .orderBy('order_id')
    .limit(most)
    .execute();
  return rows.map(({ order_id }) => order_id);
}
