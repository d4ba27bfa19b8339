import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';

export interface Lesson {
  readonly seq: number;
  readonly orderId: string;
  readonly isDanger: boolean;
}

export async function insertLesson(
  ctx: Context,
  { orderId, isDanger }: { orderId: string; isDanger: boolean },
): Promise<void> {
  await tablesOf<'danger'>(ctx.tx)
    .insertInto('danger.lesson')
    .values({
      city_id: ctx.cityId,
      order_id: orderId,
      is_danger: isDanger,
      decided_at: ctx.now,
    })
    .execute();
}

/** Oldest first, from a place on. */
export async function lessonsAfter(ctx: Context, seq: number, most: number): Promise<Lesson[]> {
  const rows = await lessons(ctx).where('seq', '>', seq).orderBy('seq').limit(most).execute();
  return rows.map(lessonOf);
}

/** The latest, oldest of them first. */
export async function latestLessons(ctx: Context, most: number): Promise<Lesson[]> {
  const rows = await lessons(ctx).orderBy('seq', 'desc').limit(most).execute();
  return rows.map(lessonOf).toReversed();
}

const lessons = (ctx: Context) =>
  tablesOf<'danger'>(ctx.tx)
    .selectFrom('danger.lesson')
    .select(['seq', 'order_id', 'is_danger'])
    .where('city_id', '=', ctx.cityId);

const lessonOf = (row: { seq: number; order_id: string; is_danger: boolean }): Lesson => ({
  seq: row.seq,
  orderId: row.order_id,
  isDanger: row.is_danger,
});
