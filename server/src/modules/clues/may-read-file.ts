import type { Context } from '../../platform/context.ts';
import type { StoredFile } from '../files/index.ts';
import { photosOf } from './pack.repo.ts';
import { seesReceived } from './received.repo.ts';

/** A photo of a clue is seen by the centre and by the unit it went to; one taken out by nobody any more. */
export async function mayReadClueFile(ctx: Context, file: StoredFile): Promise<boolean> {
  const { holder_id: clueId } = file;
  if (file.holder_kind !== 'clue' || clueId === null) return false;
  const isIn = (await photosOf(ctx, clueId)).some(({ file_id }) => file_id === file.id);
  return isIn && (ctx.actor.has('clues.read') || (await seesReceived(ctx, clueId)));
}
