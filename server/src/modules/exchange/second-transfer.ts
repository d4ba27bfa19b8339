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
  if (await isGivenBack(ctx, about)) return;
  throw new ExchangeFault(409, { code: 'case-open', says, field: 'case.sender' });
}

/** 退回 by us, or 撤回 by them. */
async function isGivenBack(ctx: Context, { id, order_id }: Case): Promise<boolean> {
  const found = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.message')
    .select('id')
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', order_id)
    .where('case_id', '=', id)
    .where((is) =>
      is.or([
        is.and([is('direction', '=', 'out'), is('kind', '=', 'return')]),
        is.and([
          is('direction', '=', 'in'),
          is('kind', '=', 'withdraw'),
          is('state', '=', 'applied'),
        ]),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
