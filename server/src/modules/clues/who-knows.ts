import type { UnitKind } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type * as organisation from '../organisation/index.ts';
import { unitKnows } from './sendings.repo.ts';
import { sourcesOf } from './sources.repo.ts';

/** Whose people read clues: a county's centre or a township sees orders of its area, and would know them again. */
const offices: readonly UnitKind[] = ['department', 'county-department', 'police'];

/** 执法单位永远看不到工单和诉求人: whoever had a duty of a source would know at once whose words these are. */
export async function refuseWrongUnits(
  ctx: Context,
  clueId: string,
  units: readonly organisation.Unit[],
): Promise<void> {
  const sources = await sourcesOf(ctx, clueId);
  const ids = sources.map(({ order_id }) => order_id);
  for (const unit of units) {
    refuseUnless(offices.includes(unit.kind), 'clues.no-office', { unit: unit.name });
    const knows = await unitKnows(ctx, ids, unit.path);
    refuseUnless(!knows, 'clues.unit-knows', { unit: unit.name });
  }
}
