import { unitKinds } from '@minsheng/contract/words/assignment.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { keptPerVersion } from '../organisation/index.ts';
import type { PeerGroup } from './peer-groups.ts';
import type { SatisfactionFormula } from './satisfaction.ts';

const peerGroup = z.object({
  code: z.string(),
  name: z.string(),
  kinds: z.array(z.enum(unitKinds)),
  slugs: z.array(z.string()),
  atLeast: z.number().nullable(),
}) satisfies z.ZodType<PeerGroup>;

const target = z.object({
  indicator: z.string(),
  percent: z.number(),
  despite: z.string().nullable(),
  source: z.string(),
});
/** 目标值 of one indicator, in percent. */
export type Target = z.output<typeof target>;

const formula = z.object({
  name: z.string(),
  counts: z.enum(['wide', 'strict']),
  of: z.enum(['valid', 'due']),
  withExcluded: z.boolean(),
  partlyIsHalf: z.boolean(),
  source: z.string(),
  mark: z.string(),
});
/** 本市满意率口径, with where it is from and how sure that is. */
export type CityFormula = z.output<typeof formula> & SatisfactionFormula;

const countingRule = z.object({
  code: z.literal('gathered-people'),
  value: z.number().int(),
});

interface CityRules {
  readonly peerGroups: readonly PeerGroup[];
  readonly targets: readonly Target[];
  readonly satisfaction: CityFormula;
  /** 集中诉求 (K44): from so many people on the same thing. */
  readonly gatheredPeople: number;
}

/** 考核规则 of the city, in the order of its files. */
export const cityRules = keptPerVersion(async (ctx: Context): Promise<CityRules> => {
  const rows = await tablesOf<'indicators'>(ctx.tx)
    .selectFrom('indicators.rule')
    .select(['kind', 'definition'])
    .where('city_id', '=', ctx.cityId)
    .orderBy('no')
    .execute();
  const of = (wanted: string) =>
    rows.filter(({ kind }) => kind === wanted).map(({ definition }) => definition);
  return {
    peerGroups: of('peer-group').map((row) => peerGroup.parse(row)),
    targets: of('target').map((row) => target.parse(row)),
    satisfaction: formula.parse(of('satisfaction')[0]),
    gatheredPeople: countingRule.parse(of('counting')[0]).value,
  };
});
