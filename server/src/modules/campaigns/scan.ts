import type { Context } from '../../platform/context.ts';
import { type Found, scanTexts } from '../redaction/index.ts';
import { linkedOrders, linksOf } from './links.repo.ts';

/** Words of one problem, or of a whole campaign. */
type Whose = { readonly entryId: string } | { readonly campaignId: string };

/** 自动扫描 of a campaign's words, for the people the appeals behind them know. */
export async function scanOf(
  ctx: Context,
  { of, texts }: { of: Whose; texts: readonly string[] },
): Promise<Found[]> {
  return scanTexts(ctx, { texts, orderIds: await ordersOf(ctx, of) });
}

/** The scan looks for the people of so many; of a campaign these are the latest. */
const mostOrders = 300;

const ordersOf = async (ctx: Context, of: Whose): Promise<string[]> =>
  'entryId' in of
    ? (await linksOf(ctx, of.entryId)).map(({ order_id }) => order_id)
    : linkedOrders(ctx, of.campaignId, mostOrders);
