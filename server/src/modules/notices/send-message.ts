import { handle } from '../../platform/jobs.ts';
import { decrypt } from '../../platform/secrets.ts';
import { lockWaiting, markSent } from './messages.repo.ts';
import { sendMessage } from './notify.ts';

/** Sends through the port and keeps that it left; a failing carrier throws, and the job comes again. */
handle(sendMessage, async (ctx, { messageId }) => {
  const message = await lockWaiting(ctx, messageId);
  if (!message) return;
  const to = decrypt(ctx.keys, message.to_enc);
  const text = decrypt(ctx.keys, message.text_enc);
  if (message.channel === 'sms') await ctx.ports.sms.send(to, text);
  else await ctx.ports.call.ring(to, text);
  await markSent(ctx, messageId);
});
