import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { notifyOnce } from '../notices/index.ts';
import { tipSubject } from './subjects.ts';
import { contactOf } from './tip-contact.ts';
import { changeTip, type Tip } from './tips.repo.ts';

const templates = { answer: 'tip-answered', refused: 'tip-refused' } as const;

/** 愿意听结果: left a number and agreed to be asked. */
export function numberToTell(ctx: Context, tip: Tip): string | null {
  const { phone } = contactOf(ctx, tip);
  return tip.may_contact && phone !== '' ? phone : null;
}

/** 告知反映人: what the tip ended as, once, and on record that it went out. */
export async function tellViewer(
  ctx: Context,
  tip: Tip,
  { as, words }: { as: keyof typeof templates; words: string },
): Promise<void> {
  const number = numberToTell(ctx, tip);
  if (number === null) return;
  const messageId = await notifyOnce(ctx, {
    template: templates[as],
    channel: 'sms',
    to: { kind: 'number', number },
    facts: { tip_no: String(tip.no), words },
    urgent: false,
  });
  if (messageId === null) return;
  await changeTip(ctx, tip.id, { told_at: ctx.now, told_message_id: messageId });
  tell(ctx, tipSubject(tip.id), 'media.tip-told', { as });
}
