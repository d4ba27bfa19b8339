import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { keptPerVersion } from '../organisation/index.ts';

export type RuleKind =
  | 'limit'
  | 'limit-rule'
  | 'statutory-limit'
  | 'centre-limit'
  | 'serious'
  | 'linkage-to-110'
  | 'linkage-from-110'
  | 'linkage-basis'
  | 'linkage-unit'
  | 'emergency-group'
  | 'signal-kind'
  | 'clue-kind'
  | 'retention'
  | 'brief-template'
  | 'regulation'
  | 'regulation-article'
  | 'net'
  | 'code-map'
  | 'trigger'
  | 'calm-words'
  | 'danger-kind'
  | 'danger-words'
  | 'danger-examples'
  | 'everyday-words'
  | 'disposition'
  | 'question'
  | 'reply-form';

/** All rules of one kind, in their order, kept until the city's data changes. */
export function rulesOf<T>(kind: RuleKind, shape: z.ZodType<T>): (ctx: Context) => Promise<T[]> {
  return keptPerVersion(async (ctx) => {
    const rows = await tablesOf<'matters'>(ctx.tx)
      .selectFrom('matters.rule')
      .select('definition')
      .where('city_id', '=', ctx.cityId)
      .where('kind', '=', kind)
      .orderBy('no')
      .execute();
    return rows.map(({ definition }) => shape.parse(definition));
  });
}
