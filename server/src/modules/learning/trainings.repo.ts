import type { TrainingPhase, TrainingState } from '@minsheng/contract/words/learning.ts';
import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import type { Kind } from './decisions.repo.ts';

export interface TrainingRow {
  readonly id: string;
  readonly state: TrainingState;
  readonly asked_at: Date;
  readonly asked_by: string | null;
  readonly phase: TrainingPhase;
  readonly done: number;
  readonly total: number;
}

const columns = ['id', 'state', 'asked_at', 'asked_by', 'phase', 'done', 'total'] as const;

const one = (ctx: Context, kind: Kind) =>
  tablesOf<'learning'>(ctx.tx)
    .selectFrom('learning.training')
    .select(columns)
    .where('city_id', '=', ctx.cityId)
    .where('kind', '=', kind)
    // The generated types know `text`; the checks of the table know the words.
    .$castTo<TrainingRow>();

export async function training(ctx: Context, kind: Kind): Promise<TrainingRow | null> {
  return (await one(ctx, kind).executeTakeFirst()) ?? null;
}

/** Of two workers that end or ask for a training at once, the second waits and sees what the first did. */
export async function lock(ctx: Context, kind: Kind): Promise<TrainingRow | null> {
  return (await one(ctx, kind).forUpdate().executeTakeFirst()) ?? null;
}

export async function ask(ctx: Context, kind: Kind, id: string): Promise<void> {
  const asked = {
    id,
    state: 'waiting',
    asked_at: ctx.now,
    asked_by: ctx.actor.accountId,
    phase: 'reading',
    done: 0,
    total: 0,
  } as const;
  await tablesOf<'learning'>(ctx.tx)
    .insertInto('learning.training')
    .values({ city_id: ctx.cityId, kind, ...asked })
    .onConflict((conflict) => conflict.columns(['city_id', 'kind']).doUpdateSet(asked))
    .execute();
}

export async function move(
  ctx: Context,
  { kind, id }: { kind: Kind; id: string },
  set: Partial<Pick<TrainingRow, 'state' | 'phase' | 'done' | 'total'>>,
): Promise<void> {
  await tablesOf<'learning'>(ctx.tx)
    .updateTable('learning.training')
    .set(set)
    .where('city_id', '=', ctx.cityId)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .execute();
}
