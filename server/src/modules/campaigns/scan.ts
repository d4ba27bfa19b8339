import type { Context } from '../../platform/context.ts';
import { type Found, scanTexts } from '../redaction/index.ts';
import { linksOf } from './links.repo.ts';

/** 自动扫描 of a campaign's words, for the people the problem's appeals know. */
export async function scanOf(
  ctx: Context,
  { entryId, texts }: { entryId: string | null; texts: readonly string[] },
): Promise<Found[]> {
  const links = entryId === null ? [] : await linksOf(ctx, entryId);
  return scanTexts(ctx, { texts, orderIds: links.map(({ order_id }) => order_id) });
}
