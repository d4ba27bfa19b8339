import type { Context } from '../../platform/context.ts';
import { historyOf } from '../../platform/events.ts';
import * as matters from '../matters/index.ts';
import * as orders from '../orders/index.ts';
import { levelOf } from '../organisation/index.ts';
import * as requesters from '../requesters/index.ts';
import type { OrderFacts } from './held-by-order.ts';
import { wasLowered } from './lowered.ts';

/** What decides whether one order may go by itself, read anew each time. */
export async function orderFacts(ctx: Context, order: orders.Order): Promise<OrderFacts> {
  const [matter, texts, told, tags, leadsOfIssue] = await Promise.all([
    matters.matter(ctx, order.matter_code),
    orders.textsOf(ctx, order.id),
    historyOf(ctx, { kind: 'order', id: order.id }),
    requesters.tagsOf(ctx, order.id),
    orders.leadsOfIssue(ctx, order.issue_id, order.id),
  ]);
  return {
    type: order.type,
    matterType: matter.type,
    matterNames: [matter.l1, matter.l2, matter.leaf],
    secrecy: order.secrecy,
    urgency: order.urgency,
    wasLowered: wasLowered(order.urgency, matter.urgency, told),
    words: texts.filter(isSaid).map(wordsOf).join('\n'),
    tags,
    triggers: order.triggers,
    isRepeat: order.repeat_of !== null,
    leadsOfIssue,
    isPlaced: levelOf(order.area_code) !== 'city',
    isClaimed: order.claimed_until !== null && order.claimed_until > ctx.now,
  };
}

// What somebody of the centre noted about it counts as well.
const isSaid = ({ kind }: orders.StoredText): boolean =>
  ['appeal', 'supplement', 'note', 'reason'].includes(kind);

const wordsOf = ({ title, content, demand, fields }: orders.StoredText): string =>
  [title, content, demand, JSON.stringify(fields)].join('\n');
