import type { Context } from '../../platform/context.ts';
import * as organisation from '../organisation/index.ts';
import { type Gazetteer, gazetteerOf } from './gazetteer.ts';

/** 本市地名库: made of the city's areas and aliases, kept until they change. */
export const cityGazetteer: (ctx: Context) => Promise<Gazetteer> = organisation.keptPerVersion(
  async (ctx) => {
    const [areas, aliases] = await Promise.all([
      organisation.allAreas(ctx),
      organisation.aliases(ctx),
    ]);
    return gazetteerOf({ areas, aliases, learnt: [] });
  },
);
