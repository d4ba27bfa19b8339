import { knowConcern } from '../letters/index.ts';
import { find } from './warnings.repo.ts';

/** A letter about a warning: it is there, and its writer reads warnings. */
knowConcern(
  'warning',
  async (ctx, id) => ctx.actor.has('warnings.read') && (await find(ctx, id)) !== null,
);
