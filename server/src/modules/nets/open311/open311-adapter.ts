import { nothingOpened, registerAdapter } from '../../exchange/index.ts';
import { handMissed } from '../hear-duties.ts';
import { takeAnswer, tellUnit } from '../unit-side.ts';
import { askedAnew } from './ask-anew.ts';
import { carry } from './carry.ts';
import { lookAfterRequests, open311Adapter } from './look-after.ts';
import { text } from './text.ts';
import { whatLeaves } from './what-leaves.ts';

/**
 * Open311 城市适配器 (GeoReport v2): a unit whose own system is another city's public interface. Its duty is filed there as a
 * request without the requester; the number and what they say of it come back by asking. It takes no second word.
 */
registerAdapter({
  name: open311Adapter,
  label: text.label,
  reachedBy: 'api-key',
  takes: ['accept', 'progress', 'result'],
  // What they said was made into a message here: nobody of theirs could be told.
  check: async () => {},
  apply: async (ctx, incoming) => {
    if (incoming.case) await takeAnswer(ctx, incoming.case.order_id, incoming);
    return nothingOpened;
  },
  leaves: whatLeaves,
  carries: carry,
  // The services in two formats, a form, and the request.
  mostRequests: 4,
  begins: lookAfterRequests,
  resumes: handMissed,
  hears: [
    'intake.supplemented',
    'intake.urged',
    'intake.withdrawn',
    'dispatch.duty-revoked',
    'handling.reply-rejected',
    'handling.clearing-rejected',
  ],
  outward: async (ctx, of) => {
    const told = await tellUnit(ctx, of);
    const isRejected = of.event.type.startsWith('handling.') && told?.kind === 'supplement';
    return isRejected ? askedAnew(ctx, of.case, told.body.words) : told;
  },
});
