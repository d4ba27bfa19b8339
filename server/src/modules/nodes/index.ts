/** 重要节点速办: key dates, watched objects, and whether nobody complained of them. */
import { knowConcern } from '../letters/index.ts';
import './nodes.jobs.ts';
import { find } from './watches.repo.ts';

/** A letter about a watched object: it is there, and its writer reads nodes. */
knowConcern(
  'watch',
  async (ctx, id) => ctx.actor.has('nodes.read') && (await find(ctx, id)) !== null,
);
