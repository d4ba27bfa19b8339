import { sql } from 'kysely';
import { z } from 'zod';
import { chore } from '../../platform/chores.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { DB } from '../../platform/db.types.gen.ts';
import { enqueue, handle, job } from '../../platform/jobs.ts';
import {
  byIds,
  filesHeldByAny,
  filesOf,
  filesOfOrders,
  isContentUsed,
  lockContent,
  remove,
  type StoredFile,
} from './files.repo.ts';

/** Until when an upload waits to be put to use: a day; an answer with its evidence is written over many. */
export const unusedDays = ({ actor }: Context): number => (actor.accountId === null ? 1 : 14);

export const dropUnused = job('files:drop-unused', z.object({ fileId: z.uuid() }));
const dropContent = job('files:drop-content', z.object({ digest: z.string() }));

/** 清理: an upload nobody put to use in its time was changed for another, or was never ours to keep. */
handle(dropUnused, async (ctx, { fileId }) => {
  const files = await byIds(ctx, [fileId]);
  await drop(
    ctx,
    files.filter(({ order_id, holder_id }) => order_id === null && holder_id === null),
  );
});

/** 删除诉求人附件, with the requester and their words; what units added stays. */
export async function eraseAppealFiles(ctx: Context, orderId: string): Promise<void> {
  const files = await filesOf(ctx, orderId);
  await drop(
    ctx,
    files.filter(({ purpose }) => purpose === 'appeal'),
  );
}

/** What holds files by its `id`, and the column in which it names the order it is about. */
interface Holding<Table extends keyof DB> {
  readonly table: Table;
  readonly by: keyof DB[Table] & string;
}
const holdings: Holding<never>[] = [];

/** Files of these leave with those of the order. */
export function holdsFilesAbout<Table extends keyof DB>(holding: Holding<Table>): void {
  holdings.push(holding as unknown as Holding<never>);
}

/** 到期销毁: all of them, those of tasks and visits about these orders as well. */
export async function eraseFiles(ctx: Context, orderIds: readonly string[]): Promise<void> {
  await drop(ctx, await filesOfOrders(ctx, orderIds));
  for (const { table, by } of holdings) {
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)}
      where city_id = ${ctx.cityId} and ${sql.ref(by)} in (${sql.join([...orderIds])})`.execute(
      ctx.tx,
    );
    const held = rows.map(({ id }) => id);
    await drop(ctx, await filesHeldByAny(ctx, held));
  }
}

/** Rows at once, contents after commit: what a rollback brings back still has its bytes. */
async function drop(ctx: Context, files: readonly StoredFile[]): Promise<void> {
  await remove(
    ctx,
    files.map(({ id }) => id),
  );
  for (const { sha256 } of files) enqueue(ctx, dropContent, { digest: sha256.toString('hex') });
}

/** The same content may have been sent by others. */
handle(dropContent, async (ctx, { digest }) => {
  await lockContent(ctx, digest);
  if (!(await isContentUsed(ctx, digest))) await ctx.ports.storage.remove(digest);
});

/** An upload the program died over: nobody writes at one file for a day. */
chore({
  name: 'files:tidy',
  everySeconds: 3600,
  work: async ({ ports }) => {
    await ports.storage.tidy(new Date(systemClock.now().getTime() - 86_400_000));
  },
});
