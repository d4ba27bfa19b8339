import type { Said } from '@minsheng/contract/public/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { Case } from './cases.repo.ts';
import { ExchangeFault } from './fault.ts';

/** 重复移送: what they handed over and nobody gave back is not opened a second time under the same number. */
export async function refuseSecondTransfer(
  ctx: Context,
  about: Case | null,
  { said, says }: { said: Said; says: string },
): Promise<void> {
  if (said.kind !== 'transfer' || about?.opened_by !== 'them') return;
  if (!(await isOpenCase(ctx, about))) return;
  throw new ExchangeFault(409, { code: 'case-open', says, field: 'case.sender' });
}

/** Handed over by one side, and neither given back by the other nor taken back. */
export async function isOpenCase(
  ctx: Context,
  { id, order_id, opened_by }: Case,
): Promise<boolean> {
  const [to, back] = opened_by === 'us' ? (['out', 'in'] as const) : (['in', 'out'] as const);
  const last = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.message')
    .select('kind')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', order_id)
    .where('case_id', '=', id)
    .where((is) =>
      is.or([
        is.and([is('direction', '=', to), is('kind', 'in', ['transfer', 'withdraw'])]),
        is.and([is('direction', '=', back), is('kind', '=', 'return')]),
      ]),
    )
    .where((is) => is.or([is('direction', '=', 'out'), is('state', '=', 'applied')]))
    .where('state', '!=', 'dismissed')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.kind === 'transfer';
}
