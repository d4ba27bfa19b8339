import type { warnings as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import * as matters from '../matters/index.ts';
import * as organisation from '../organisation/index.ts';
import { partsOf } from './keys.ts';

type Stirring = ReplyOf<typeof contract.readWarning>['lead'];

/** What a key is called: the names of matter and place, or the thing as the appeals name it. */
export async function labelled(ctx: Context, keys: readonly string[]): Promise<Stirring[]> {
  const all = keys.map(partsOf);
  const areas = await organisation.areaNames(ctx, [
    ...new Set(all.flatMap(({ area }) => (area === null ? [] : [area]))),
  ]);
  return Promise.all(
    all.map(async ({ subject, matter, area, name }) => {
      const names = [
        area === null ? null : (areas.get(area) ?? area),
        matter === null ? null : await matters.prefixName(ctx, matter),
        name,
      ].filter((part) => part !== null);
      return { subject, label: names.join(' '), matter, area };
    }),
  );
}
