import { expect, test } from 'vitest';
import { inCity } from '../../../../test/kit.ts';
import { inventedPhoneOf } from '../../../demo/invented.ts';
import type { Context } from '../../../platform/context.ts';
import { newId } from '../../../platform/ids.ts';
import type { CallEvent } from '../../../ports/telephone/telephone.ts';
import { hear } from '../../telephony/index.ts';
import { type CallRow, callFigures } from './call-figures.ts';
import { callsBetween } from './calls.repo.ts';
import { at, callsOfDay } from './day-log.ts';

const dialledLine = '12345';

/** What an engine would have said of one call, in order. */
function eventsOf(call: CallRow, no: number, agentId: string): CallEvent[] {
  const callId = newId(call.offeredAt);
  const number = inventedPhoneOf(`day-log/${no}`);
  const begun = { callId, number, dialledLine, driver: 'sim' } as const;
  const over = call.isAbandoned ? 'abandoned' : 'missed';
  const events: CallEvent[] = [{ type: 'offered', ...begun, at: call.offeredAt }];
  if (call.queuedAt) events.push({ type: 'queued', callId, at: call.queuedAt, queue: 'general' });
  if (call.answeredAt) events.push({ type: 'answered', callId, at: call.answeredAt, agentId });
  if (call.endedAt)
    events.push({ type: call.answeredAt ? 'ended' : over, callId, at: call.endedAt });
  if (call.returnedAt) {
    const back = { ...begun, callId: newId(call.returnedAt), at: call.returnedAt, agentId };
    events.push({ type: 'dialled', ...back });
    events.push({ type: 'reached', callId: back.callId, at: call.returnedAt });
  }
  return events;
}

test(
  'the day heard through the telephony module counts the same as by hand',
  inCity(async ({ ctx, as, travelTo }) => {
    const agent = as('agent');
    const agentId = agent.actor.accountId ?? ctx.newId();
    // No driver has a robot, and every call it tells of has a number.
    const heard = callsOfDay().filter(
      ({ answeredBy, hasNumber }) => answeredBy !== 'robot' && hasNumber,
    );
    const events = heard.flatMap((call, no) => eventsOf(call, no, agentId));
    for (const event of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
      await travelTo(event.at);
      await agent.do((now: Context, one: CallEvent) => hear(now, one), event);
    }
    const span = { from: at('00:00:00'), to: at('24:00:00') };
    const limits = {
      returnMinutes: 30,
      outOfOrder: [{ from: at('14:00:00'), to: at('15:00:00') }],
    };
    const bare = ({ writeUp: _, content: __, rated: ___, errors: ____, ...kept }: Figures) => kept;
    expect(bare(callFigures(await callsBetween(ctx, span, ['sim']), limits))).toEqual(
      bare(callFigures(heard, limits)),
    );
    expect(bare(callFigures(heard, limits)).answered).toEqual({ numerator: 11, denominator: 17 });
    expect(await callsBetween(ctx, span, [])).toEqual([]);
  }),
);

type Figures = ReturnType<typeof callFigures>;
