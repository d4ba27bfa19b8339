import type { CodeKind } from '@minsheng/contract/words/nets.ts';
import { codeKinds } from '@minsheng/contract/words/nets.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface DecidedCode {
  readonly kind: CodeKind;
  readonly theirs: string;
  readonly ours: string;
  readonly at: Date;
  readonly decidedBy: string | null;
}

const asKind = (said: string): CodeKind => codeKinds.find((one) => one === said) ?? 'type';

/** What people decided of a net's codes, the latest last. */
export async function decidedCodes(ctx: Context, net: string): Promise<DecidedCode[]> {
  const rows = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.code_mapping')
    .select(['kind', 'theirs', 'ours', 'at', 'decided_by'])
    .where('city_id', '=', ctx.cityId)
    .where('net', '=', net)
    .orderBy('id')
    .execute();
  return rows.map(({ kind, decided_by, ...row }) => ({
    ...row,
    kind: asKind(kind),
    decidedBy: decided_by,
  }));
}

export interface NewDecision {
  readonly net: string;
  readonly kind: CodeKind;
  readonly theirs: string;
  readonly ours: string;
  readonly messageId: string | null;
}

/** 补充对照: a decision of whoever acts; what was decided before stays to be read. */
export async function insertDecision(ctx: Context, made: NewDecision): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .insertInto('exchange.code_mapping')
    .values({
      city_id: ctx.cityId,
      id: ctx.newId(),
      net: made.net,
      kind: made.kind,
      theirs: made.theirs,
      ours: made.ours,
      at: ctx.now,
      decided_by: ctx.actor.accountId,
      message_id: made.messageId,
    })
    .execute();
  await tablesOf<'exchange'>(ctx.tx)
    .deleteFrom('exchange.unmapped')
    .where('city_id', '=', ctx.cityId)
    .where('net', '=', made.net)
    .where('kind', '=', made.kind)
    .where('theirs', '=', made.theirs)
    .execute();
}
