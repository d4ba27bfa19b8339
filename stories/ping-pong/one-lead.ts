import { orders } from '@minsheng/contract';
import type { Scene } from './scene.ts';

const over = ['done', 'revoked', 'returned'];

/** 首接: folded from the events, at the instant of each of them. */
export async function oneLeadAlways(scene: Scene, orderId: string): Promise<void> {
  const { checks, director } = scene;
  checks.chapter('Never without a lead');
  const { rows, chainIsWhole } = await director.call(orders.timeline, { orderId });
  checks.that('the chain of its events is whole', chainIsWhole);
  const sentAt = rows.find(({ type }) => type === 'dispatch.sent')?.at ?? '';
  const instants = [...new Set(rows.map(({ at }) => at))].filter((at) => at >= sentAt);
  const leads = await Promise.all(
    instants.map(async (until) => {
      const { stood } = await director.call(orders.timeline, { orderId, until });
      return (stood?.duties ?? []).filter(
        ({ role, state }) => role === 'lead' && !over.includes(state),
      ).length;
    }),
  );
  checks.that(`it was looked at ${instants.length} instants`, instants.length >= 8);
  checks.same(
    'exactly one lead at every one of them',
    leads,
    instants.map(() => 1),
  );
}
