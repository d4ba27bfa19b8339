/** 由点及面: one closed order grows into a ledger of a class of places, cleared one by one. */
import { knowConcern } from '../letters/index.ts';
import { visibleOrNull } from './sites.repo.ts';

export { mayReadSiteFile } from './may-read-file.ts';
export { mostTied, sitesOfOrders } from './sites-of-orders.ts';

knowConcern('site', async (ctx, id) => (await visibleOrNull(ctx, id)) !== null);
