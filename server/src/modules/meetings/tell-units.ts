import type { Context } from '../../platform/context.ts';
import { notify } from '../notices/index.ts';
import { cityHour } from '../organisation/index.ts';

/** 会议通知 to the duty post of each unit: when, never what about. */
export async function tellUnits(
  ctx: Context,
  units: readonly string[],
  {
    template,
    startsAt,
  }: {
    template: 'meeting-called' | 'meeting-moved' | 'meeting-cancelled' | 'meeting-soon';
    startsAt: Date;
  },
): Promise<void> {
  const { on, time } = cityHour(startsAt, ctx.city.zone);
  for (const unitCode of units)
    await notify(ctx, {
      template,
      channel: 'sms',
      to: { kind: 'duty', unitCode, position: 1 },
      facts: { starts: `${on} ${time}` },
      urgent: false,
    });
}
