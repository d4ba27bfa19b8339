import { createHash } from 'node:crypto';
import type { letters as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand } from '../../platform/refusal.ts';
import { dayOf } from '../../platform/zone.ts';
import { cityWords } from '../organisation/index.ts';
import { letterSubject } from './draft-letter.ts';
import { letterNumber } from './fill.ts';
import { change, type Letter, lockVisible, nextNumber } from './letters.repo.ts';
import { mayApprove } from './policy.ts';
import { receiptsOf } from './receipts.repo.ts';

/** 签发并编号: by a second person. From here on the text stands; a correction is a new letter. */
export async function approveLetter(
  ctx: Context,
  { letterId }: InputOf<typeof contract.approveLetter>,
): Promise<{ letterNo: string }> {
  const letter = await lockVisible(ctx, letterId);
  demand(mayApprove(ctx.actor, letter));
  const [receipts, { facts }] = await Promise.all([receiptsOf(ctx, [letterId]), cityWords(ctx)]);
  const year = Number(dayOf(ctx.now.getTime(), ctx.city.zone).slice(0, 4));
  const number = await nextNumber(ctx, letter.kind, year);
  const letterNo = letterNumber(letter.number_form, { short: facts.short, year, number });
  const to = receipts.map(({ unit_code }) => unit_code);
  const digest = digestOf({ ...letter, letter_no: letterNo }, to);
  await change(ctx, letterId, {
    state: 'approved',
    approved_by: ctx.actor.accountId,
    approved_at: ctx.now,
    letter_no: letterNo,
    year,
    number,
    digest,
  });
  tell(ctx, letterSubject(letterId), 'letters.numbered', {
    kind: letter.kind,
    year,
    number,
    digest: digest.toString('hex'),
  });
  announce(ctx, 'letters');
  return { letterNo };
}

/** 正文摘要: what the approval stands for, in this order. */
export function digestOf(
  letter: Pick<Letter, 'letter_no' | 'title' | 'organ' | 'body'>,
  to: readonly string[],
): Buffer {
  const { letter_no, title, organ, body } = letter;
  return createHash('sha256')
    .update(JSON.stringify([letter_no, title, organ, to, body]))
    .digest();
}
