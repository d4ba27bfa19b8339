import type { NoticeChannel } from '@minsheng/contract/words/notices.ts';
import { z } from 'zod';
import { job, oneAtATime } from '../../platform/jobs.ts';

const oneMessage = z.object({ messageId: z.uuid() });
export const sendMessage = job('notices:send', oneMessage);
/** A line of its own: who is rung stands behind no heap of SMS. */
export const ringOut = job('notices:ring', oneMessage);
// A carrier that lets us wait holds one place of the job queue at most.
oneAtATime(sendMessage);
oneAtATime(ringOut);

export const jobOf = (channel: NoticeChannel): typeof sendMessage =>
  channel === 'call' ? ringOut : sendMessage;

export const postOut = job('notices:post', z.object({ postingId: z.uuid() }));
