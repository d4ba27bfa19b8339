import type { ledgers as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { moveHands, moveNeeds } from '@minsheng/contract/words/ledgers.ts';
import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { keptPerVersion } from '../organisation/index.ts';

/** 推进路径. */
export const path = z.object({
  code: z.string(),
  name: z.string(),
  states: z.array(z.object({ code: z.string(), name: z.string() })),
  moves: z.array(
    z.object({
      from: z.string(),
      to: z.string(),
      hand: z.enum(moveHands),
      needs: z.array(z.enum(moveNeeds)),
    }),
  ),
});
export type Path = z.output<typeof path>;
export type Step = Path['moves'][number];

const paths = keptPerVersion(async (ctx: Context): Promise<readonly Path[]> => {
  const rows = await tablesOf<'ledgers'>(ctx.tx)
    .selectFrom('ledgers.path')
    .select('definition')
    .where('city_id', '=', ctx.cityId)
    .orderBy('no')
    .execute();
  return rows.map(({ definition }) => path.parse(definition));
});

/** Refuses `ledgers.no-such-path`. */
export async function pathOf(ctx: Context, code: string): Promise<Path> {
  const found = (await paths(ctx)).find((one) => one.code === code);
  refuseUnless(found, 'ledgers.no-such-path');
  return found;
}

export async function listPaths(ctx: Context): Promise<ReplyOf<typeof contract.listPaths>> {
  return { rows: [...(await paths(ctx))] };
}

/** The city's checker lets no path pass that has no states. */
export const firstState = ({ states }: Path): string => states[0]?.code ?? '';
export const lastState = ({ states }: Path): string => states.at(-1)?.code ?? '';
export const stateName = ({ states }: Path, code: string): string =>
  states.find((state) => state.code === code)?.name ?? code;
export const stepsFrom = ({ moves }: Path, from: string): Step[] =>
  moves.filter((move) => move.from === from);
