import { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { handle, job, later } from '../../platform/jobs.ts';
import * as calendar from '../calendar/index.ts';
import { centreLimit } from '../matters/index.ts';
import { eraseMessagesById } from '../notices/index.ts';
import { openedContact } from '../requesters/index.ts';
import { isPersonHeld } from '../retention/index.ts';
import { tipSubject } from './subjects.ts';
import { changeTip, lockTip, type Tip } from './tips.repo.ts';

const drop = job('media:drop-contact', z.object({ tipId: z.uuid() }));

/** 到期删除联系方式: by the city's limit from now on; of an order it goes with its requester, so this is for the other ends. */
export async function dropContactLater(ctx: Context, tipId: string): Promise<void> {
  const [limit, working] = await Promise.all([
    centreLimit(ctx, 'media-contact'),
    calendar.workingCalendar(ctx),
  ]);
  const { dueAt } = calendar.deadline({ from: ctx.now, limit, calendar: working });
  later(ctx, drop, { tipId }, { at: dueAt, key: `media-contact:${tipId}` });
}

/** 冻结: of a viewer whose number is held nothing leaves; asked again when as long again is over. */
async function isHeld(ctx: Context, { contact_enc }: Pick<Tip, 'contact_enc'>): Promise<boolean> {
  const { phone } = openedContact(ctx, contact_enc);
  return phone !== '' && isPersonHeld(ctx, phone);
}

/** Number, name and the message that went to them; that somebody was told stays. */
export async function dropContact(ctx: Context, tip: Tip): Promise<void> {
  await dropMessage(ctx, tip);
  await changeTip(ctx, tip.id, { contact_enc: null });
}

/** What went to them; still waiting for the morning, it does not go any more. */
export const dropMessage = (
  ctx: Context,
  { told_message_id: id }: Pick<Tip, 'told_message_id'>,
): Promise<void> => eraseMessagesById(ctx, id === null ? [] : [id]);

handle(drop, async (ctx, { tipId }) => {
  const tip = await lockTip(ctx, tipId);
  if (tip.contact_enc === null || (tip.state !== 'answer' && tip.state !== 'refused')) return;
  if (await isHeld(ctx, tip)) return dropContactLater(ctx, tipId);
  await dropContact(ctx, tip);
  await changeTip(ctx, tipId, { contact_dropped_at: ctx.now });
  tell(ctx, tipSubject(tipId), 'media.contact-dropped', {});
  announce(ctx, 'media');
});
