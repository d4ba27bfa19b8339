import { waitKindLabel } from '@minsheng/contract/words/waits.ts';
import type { Context } from '../../platform/context.ts';
import * as identity from '../identity/index.ts';
import { notify } from '../notices/index.ts';
import * as organisation from '../organisation/index.ts';
import type { Responsible, Wait } from './wait.ts';
import { mayTellNow } from './waits.repo.ts';

/**
 * The people of the role who left a number; where nobody did, the duty desk, and its next post for what is told again.
 * Of many things at once they hear once an hour: the list says which.
 */
export async function tellPeople(
  ctx: Context,
  wait: Wait,
  { unitCode, role, accountId }: Responsible,
): Promise<void> {
  const unit = unitCode ?? (await organisation.centreUnit(ctx));
  if (unit === null) return;
  const to = accountId ?? role ?? 'duty';
  if (!(await mayTellNow(ctx, { kind: wait.kind, unitCode: unit, to }))) return;
  const people = await identity.phonesIn(ctx, unit, { role, accountId });
  const position = wait.told + 1;
  const receivers = people.length > 0 ? people : [null];
  const { on, time } = organisation.cityHour(wait.dueAt, ctx.city.zone);
  for (const [no, phoneEnc] of receivers.entries())
    await notify(ctx, {
      template: 'wait-late',
      channel: 'sms',
      to: {
        kind: 'duty',
        unitCode: unit,
        position: no === 0 ? 1 : position,
        phoneEnc,
        people: no === 0 ? { role, accountId } : 'told',
      },
      facts: { what: waitKindLabel[wait.kind], due: `${on} ${time}` },
      urgent: false,
    });
}
