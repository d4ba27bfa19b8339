import type { dispatch as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as organisation from '../organisation/index.ts';
import type { Precedent } from './precedents.repo.ts';

type View = ReplyOf<typeof contract.suggestion>['precedents'][number];

/** 先例 as people read them. */
export async function precedentViews(ctx: Context, found: readonly Precedent[]): Promise<View[]> {
  const units = await organisation.unitsIfKnown(ctx, [...new Set(found.map(({ lead }) => lead))]);
  return found.flatMap((one) => {
    const unit = units.find(({ code }) => code === one.lead);
    if (!unit) return [];
    return {
      id: one.id,
      facts: one.facts,
      lead: { code: unit.code, name: unit.name, kind: unit.kind },
      upheld: one.upheld,
      basis: one.basis,
      ruledAt: one.ruled_at.toISOString(),
      validTo: one.valid_to,
      uses: one.uses,
    };
  });
}
