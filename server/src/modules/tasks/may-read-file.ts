import type { Context } from '../../platform/context.ts';
import type { StoredFile } from '../files/index.ts';
import { visibleOrNull } from './tasks.repo.ts';

/** A file of a task is seen by whoever sees the task. */
export async function mayReadTaskFile(ctx: Context, file: StoredFile): Promise<boolean> {
  if (file.holder_kind !== 'task' || file.holder_id === null) return false;
  return (await visibleOrNull(ctx, file.holder_id)) !== null;
}
