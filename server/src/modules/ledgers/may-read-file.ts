import type { Context } from '../../platform/context.ts';
import type { StoredFile } from '../files/index.ts';
import { visibleOrNull } from './sites.repo.ts';

/** A photo of a site is seen by whoever sees the site. */
export async function mayReadSiteFile(ctx: Context, file: StoredFile): Promise<boolean> {
  if (file.holder_kind !== 'site' || file.holder_id === null) return false;
  return (await visibleOrNull(ctx, file.holder_id)) !== null;
}
