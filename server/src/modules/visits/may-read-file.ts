import type { Context } from '../../platform/context.ts';
import type { StoredFile } from '../files/index.ts';
import { visibleOrNull } from './visits.repo.ts';

/** A photo of a visit is seen by whoever sees the visit. */
export async function mayReadVisitFile(ctx: Context, file: StoredFile): Promise<boolean> {
  if (file.holder_kind !== 'visit' || file.holder_id === null) return false;
  return (await visibleOrNull(ctx, file.holder_id)) !== null;
}
