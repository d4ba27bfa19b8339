import type { clues as contract } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { filesHeldBy } from '../files/index.ts';
import { photosOf } from './pack.repo.ts';
import { clueText } from './text.ts';

type View = ReplyOf<typeof contract.readClue>['photos'];

/** 线索照片 by number: what they are called and when they were taken might tell by whom. */
export async function photoViews(ctx: Context, clueId: string): Promise<View> {
  const [photos, files] = await Promise.all([photosOf(ctx, clueId), filesHeldBy(ctx, clueId)]);
  return photos.flatMap(({ file_id: id, looked_at }, at) => {
    const file = files.find((one) => one.id === id);
    if (!file) return [];
    const name = clueText.photo(at + 1);
    return { id, name, mime: file.mime, isLookedAt: looked_at !== null };
  });
}
