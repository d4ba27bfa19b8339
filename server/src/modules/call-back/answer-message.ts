import type { callBack } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { decrypt } from '../../platform/secrets.ts';
import { sentToRequester } from '../notices/index.ts';
import { hearSms } from './hear-sms.ts';

/** 模拟回复: the pretend telephone a message went to writes back; with a real carrier there is nobody to play. */
export async function answerMessage(
  ctx: Context,
  { messageId, text }: InputOf<typeof callBack.answerMessage>,
): Promise<ReplyOf<typeof callBack.answerMessage>> {
  const { twin } = ctx.ports.sms;
  const sealed = await sentToRequester(ctx, messageId);
  const to = sealed ? decrypt(ctx.keys, sealed) : '';
  // An erased requester's number is empty: nobody is there to write back.
  refuseUnless(twin && to, 'call-back.not-answerable');
  return { outcome: await hearSms(ctx, twin.answer({ to }, text, ctx.now)) };
}
