import type { NoticeChannel } from '@minsheng/contract/words/notices.ts';
import type { Context, Runtime } from '../../platform/context.ts';
import { handleOutside, later } from '../../platform/jobs.ts';
import { decrypt } from '../../platform/secrets.ts';
import { CarrierRefuses, CarrierSilent } from '../../ports/carrier/index.ts';
import { standingOf } from './carriers.repo.ts';
import { type Answer, carrierOf, endOf, type Taken } from './carriers.ts';
import { type Hold, holdOn } from './held.ts';
import { keepAnswers } from './keep-answers.ts';
import { mergeHeld } from './merge-held.ts';
import { jobOf, ringOut, sendMessage } from './notice-jobs.ts';
import {
  changeMessage,
  type HeldMessage,
  type InHand,
  lockDue,
  lockMessage,
} from './sending.repo.ts';

/** Beside the one asked for; one message each way would let a slow carrier hold up a storm. */
const besides = 9;
const askMilliseconds = 8000;
/** Longer than any asking lasts: what is still being sent after it was left behind by a worker that died. */
const leftBehindMs = 60_000;

/** 发送: taken in hand, asked for without any transaction, written down. */
const steps = {
  take,
  ask: (runtime: Runtime, { channel, messages }: Taken): Promise<Answer[]> =>
    Promise.all(messages.map((message) => askCarrier(runtime, channel, message))),
  keep: keepAnswers,
};
handleOutside(sendMessage, steps);
handleOutside(ringOut, steps);

async function take(ctx: Context, { messageId }: { messageId: string }): Promise<Taken | null> {
  const message = await lockMessage(ctx, messageId);
  if (!message) return null;
  if (message.state === 'sending') return leftBehind(ctx, message);
  if (message.state !== 'waiting') return null;
  const { channel } = message;
  const { holdUntil } = await standingOf(ctx, endOf(channel, message.to_index));
  if (holdUntil && holdUntil > ctx.now) return again(ctx, message, holdUntil);
  if (message.not_before > ctx.now) return null;
  const others = await lockDue(ctx, channel, { except: messageId, limit: besides });
  const messages = await takeAll(ctx, [message, ...others]);
  return messages.length > 0 ? { channel, messages } : null;
}

async function takeAll(ctx: Context, messages: readonly HeldMessage[]): Promise<InHand[]> {
  const taken: InHand[] = [];
  const gone = new Set<string>();
  for (const found of messages) {
    if (gone.has(found.id)) continue;
    const hold = await holdOn(ctx, found);
    if (hold) {
      await putOff(ctx, found, hold);
      continue;
    }
    const { message, others } = await mergeHeld(ctx, found);
    for (const id of others) gone.add(id);
    taken.push(await takeInHand(ctx, message));
  }
  return taken;
}

async function takeInHand(ctx: Context, message: HeldMessage): Promise<InHand> {
  const { id, tries, first_tried_at, to_enc, text_enc, to_index } = message;
  const firstTriedAt = first_tried_at ?? ctx.now;
  const now = { tries: tries + 1, first_tried_at: firstTriedAt, tried_at: ctx.now };
  await changeMessage(ctx, id, { state: 'sending', ...now });
  const inHand = { id, tries: tries + 1, firstTriedAt, toIndex: to_index };
  return { ...inHand, toEnc: to_enc, textEnc: text_enc };
}

async function putOff(ctx: Context, message: HeldMessage, { until, why }: Hold): Promise<void> {
  await changeMessage(ctx, message.id, { state: 'waiting', not_before: until, held_for: why });
  again(ctx, message, until);
}

/** A worker died between asking and writing down: asked again only where that makes no second message. */
async function leftBehind(ctx: Context, message: HeldMessage): Promise<Taken | null> {
  const { channel, id, tried_at } = message;
  const until = new Date((tried_at ?? ctx.now).getTime() + leftBehindMs);
  if (until > ctx.now) return again(ctx, message, until);
  if (carrierOf(ctx.ports, channel).asksAgain)
    return { channel, messages: [await takeInHand(ctx, message)] };
  await changeMessage(ctx, id, { state: 'uncertain', ended_at: ctx.now, error: 'left-behind' });
  return null;
}

function again(ctx: Context, { id, channel }: HeldMessage, at: Date): null {
  later(ctx, jobOf(channel), { messageId: id }, { at, key: `message:${id}` });
  return null;
}

async function askCarrier(
  { ports, keys, log }: Runtime,
  channel: NoticeChannel,
  { id, toEnc, textEnc }: InHand,
): Promise<Answer> {
  const signal = AbortSignal.timeout(askMilliseconds);
  const sending = { key: id, to: decrypt(keys, toEnc), text: decrypt(keys, textEnc), signal };
  try {
    const asked = carrierOf(ports, channel).send(sending);
    const { ref } = await Promise.race([asked, silentAfter(signal)]);
    return { kind: 'taken', ref };
  } catch (error) {
    if (error instanceof CarrierRefuses)
      return { kind: 'refused', reason: error.reason, isFinal: error.isFinal };
    if (error instanceof CarrierSilent)
      return { kind: 'silent', reason: error.reason, mayHaveLeft: error.mayHaveLeft };
    // Of a fault only its name: its words may hold a number.
    log.error({ channel, fault: error instanceof Error ? error.name : 'unknown' }, 'carrier fault');
    return { kind: 'silent', reason: 'fault', mayHaveLeft: true };
  }
}

/** Also for a driver that does not listen to the signal. */
const silentAfter = (signal: AbortSignal): Promise<never> =>
  new Promise((_, fail) => {
    signal.addEventListener('abort', () => fail(new CarrierSilent('timeout', true)));
  });
