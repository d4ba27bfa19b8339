import {
  type MediationResult,
  mediationResults,
  type PartyRole,
  partyRoles,
} from '@minsheng/contract/words/linkage.ts';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { jsonb, tablesOf } from '../../platform/db.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { keepsWords } from '../orders/index.ts';

keepsWords({ table: 'linkage.mediation', words: ['place', 'ours', 'theirs'] });

export interface Party {
  readonly role: PartyRole;
  readonly count: number;
}

const results = z.enum(mediationResults);
const partiesShape = z.array(z.object({ role: z.enum(partyRoles), count: z.number() }));

export type Mediation = Omit<Selectable<DB['linkage.mediation']>, 'parties' | 'result'> & {
  readonly parties: Party[];
  readonly result: MediationResult;
};

export async function insertMediation(ctx: Context, row: Mediation): Promise<void> {
  await tablesOf<'linkage'>(ctx.tx)
    .insertInto('linkage.mediation')
    .values({ ...row, parties: jsonb(row.parties.map((party) => ({ ...party }))) })
    .execute();
}

/** Of one order, the latest first. */
export async function mediationsOf(ctx: Context, orderId: string): Promise<Mediation[]> {
  const rows = await tablesOf<'linkage'>(ctx.tx)
    .selectFrom('linkage.mediation')
    .selectAll()
    .where('city_id', '=', ctx.cityId)
    .where('order_id', '=', orderId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map(({ parties, result, ...row }) => ({
    ...row,
    parties: partiesShape.parse(parties),
    result: results.parse(result),
  }));
}
