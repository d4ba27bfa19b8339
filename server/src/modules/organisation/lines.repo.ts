import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { cityWords } from './city.repo.ts';
import { keptPerVersion } from './kept.ts';

/** 归并热线: a number people still dial, and who answered it before. */
export interface Line {
  number: string;
  name: string;
  owner: string;
  mode: 'whole' | 'dual' | 'branch';
  since: string | null;
  status: string;
  mark: string;
}

/** The register of merged lines, by number. */
export const lines = keptPerVersion(async (ctx: Context): Promise<Line[]> => {
  const rows = await tablesOf<'organisation'>(ctx.tx)
    .selectFrom('organisation.line')
    .select(['number', 'name', 'owner', 'mode', 'since', 'status', 'mark'])
    .where('city_id', '=', ctx.cityId)
    .orderBy('number')
    .execute();
  return rows as Line[];
});

/** The hotline's own number. */
export const hotline = '12345';
/** 公安报警. */
export const police = '110';

/** Names of every number that rings here, the hotline's own among them. */
export const lineNames = keptPerVersion(async (ctx: Context): Promise<Map<string, string>> => {
  const [merged, { facts }] = await Promise.all([lines(ctx), cityWords(ctx)]);
  return new Map([
    [hotline, facts.hotlineName],
    ...merged.map(({ number, name }) => [number, name] as const),
  ]);
});
