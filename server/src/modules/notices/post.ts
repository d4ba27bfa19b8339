import type { MessageName } from '../../city/index.ts';
import type { Context } from '../../platform/context.ts';
import { announce } from '../../platform/events.ts';
import { enqueue, handle } from '../../platform/jobs.ts';
import { encrypt } from '../../platform/secrets.ts';
import { accountsIn } from '../identity/index.ts';
import { centreUnit } from '../organisation/index.ts';
import { insertPosting, lockPosting, putInto } from './inbox.repo.ts';
import type { Notice } from './notice.ts';
import { postOut } from './notice-jobs.ts';
import { addToTally } from './tally.ts';
import { wordsOf } from './words-of.ts';

export const inboxTopic = (accountId: string): string => `inbox:${accountId}`;

/** 站内消息: on the screens of whoever the rule names, in the unit and in the centre. A job finds out who that is. */
export async function postOnScreens<Name extends MessageName>(
  ctx: Context,
  notice: Notice<Name>,
  readers: readonly string[],
): Promise<void> {
  const { to } = notice;
  if (to.kind !== 'duty' || to.people === 'told') return;
  const { role = null, accountId = null } = to.people ?? {};
  const ofUnit = role ? [role] : readers.filter((reader) => !isOfCentre(reader));
  const ofCentre = readers.filter(isOfCentre).map((reader) => reader.slice(centre.length));
  const centreCode = ofCentre.length > 0 ? await centreUnit(ctx) : null;
  const text = encrypt(ctx.keys, await wordsOf(ctx, notice, 'inbox'));
  const post = async (unitCode: string, which: readonly string[], person: string | null) => {
    if (which.length === 0 && person === null) return;
    const id = ctx.newId();
    await insertPosting(ctx, {
      id,
      template: notice.template,
      order_id: notice.orderId ?? null,
      assignment_id: notice.assignmentId ?? null,
      unit_code: unitCode,
      readers: [...which],
      account_id: person,
      text_enc: text,
      urgent: notice.urgent,
    });
    enqueue(ctx, postOut, { postingId: id });
  };
  await post(to.unitCode, ofUnit, accountId);
  if (centreCode) await post(centreCode, ofCentre, null);
}

const centre = 'centre:';
const isOfCentre = (reader: string): boolean => reader.startsWith(centre);

/** Nobody of the role: nobody is told here, and the other ways remain. */
handle(postOut, async (ctx, { postingId }) => {
  const posting = await lockPosting(ctx, postingId);
  if (!posting || posting.posted_at !== null) return;
  const { unit_code, readers, account_id: accountId } = posting;
  const accounts = await accountsIn(ctx, unit_code, { readers, accountId });
  await putInto(ctx, postingId, accounts);
  addToTally(ctx, 'inbox', new Map([['sent', accounts.length]]));
  for (const id of accounts) announce(ctx, inboxTopic(id));
});
