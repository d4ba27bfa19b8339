import { serviceTypes } from '@minsheng/contract/words/open311.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { GeoFault } from './fault.ts';
import { text } from './text.ts';

const definition = z.object({
  matter: z.string(),
  type: z.enum(serviceTypes),
  keywords: z.array(z.string()),
});

/** 公开服务: a matter that outsiders may report and whose orders they may read of. */
export interface Service extends z.output<typeof definition> {
  readonly name: string;
  readonly group: string;
}

/** Those of the city's data whose matter may be chosen today, in the order of the file. */
export async function services(ctx: Context): Promise<readonly Service[]> {
  const [offered, tree, heirOf] = await Promise.all([
    offeredBy(ctx),
    matters.matterTree(ctx),
    matters.heirs(ctx),
  ]);
  return offered.flatMap((service) => {
    const found = tree.get(service.matter);
    if (!found || heirOf(service.matter) !== service.matter) return [];
    return [{ ...service, name: found.leaf, group: found.l2 }];
  });
}

/** A service by its code; 404 where there is none. */
export async function serviceOf(ctx: Context, code: string | undefined): Promise<Service> {
  const found = (await services(ctx)).find(({ matter }) => matter === code);
  if (!found) throw new GeoFault(404, { code: 'no-such-service', description: text.noService });
  return found;
}

const offeredBy = organisation.keptPerVersion(async (ctx: Context) => {
  const rows = await tablesOf<'open311'>(ctx.tx)
    .selectFrom('open311.offer')
    .select('definition')
    .where('city_id', '=', ctx.cityId)
    .orderBy('no')
    .execute();
  return rows.map((row) => definition.parse(row.definition));
});
