import { z } from 'zod';
import { realMs } from '../clock.ts';
import { nameForPeer } from '../store/cases.repo.ts';
import { inTransaction, type Store } from '../store/database.ts';
import { dueToSend, markSent, markTried, type Sent } from '../store/sent.repo.ts';
import { readSetting } from '../store/settings.repo.ts';
import { ask, errorOf, type Heard, type Line } from './peer.ts';

const atOnce = 8;
const lookEveryMs = 100;
const pausesMs = [200, 500, 1000, 2000, 5000, 10_000, 30_000] as const;
/** What no repeat will mend. */
const hopeless: readonly number[] = [400, 409, 413, 422, 508];

export interface Sender {
  /** Ends after what is on its way. */
  stop(): Promise<void>;
}

/** 发件: takes what waits, a case's messages one after the other, until everything is receipted. */
export function startSender(store: Store, line: Line): Sender {
  let isOn = true;
  const round = async (): Promise<void> => {
    while (isOn) {
      const due = isLinkCut(store) ? [] : dueToSend(store, realMs(), atOnce);
      await Promise.all(due.map((message) => send(store, line, message)));
      if (due.length === 0) await new Promise((ready) => setTimeout(ready, lookEveryMs));
    }
  };
  const running = round();
  return {
    stop: async () => {
      isOn = false;
      await running;
    },
  };
}

export const isLinkCut = (store: Store): boolean => readSetting(store, 'link-cut') === 'yes';

async function send(store: Store, line: Line, message: Sent): Promise<void> {
  const heard = await ask(line, 'POST', '/messages', message.raw);
  if (isLinkCut(store)) return;
  const receipt = receiptIn(heard, message.id);
  if (receipt === null) {
    markTried(store, message.id, tried(message, heard));
    return;
  }
  inTransaction(store, () => {
    markSent(store, message.id, receipt.receipt);
    if (receipt.number !== null) nameForPeer(store, message.number, receipt.number);
  });
}

const receiptBody = z.object({
  id: z.string(),
  receipt: z.string().min(1),
  number: z.string().nullable(),
});

function receiptIn(heard: Heard, id: string): z.infer<typeof receiptBody> | null {
  if (heard.kind !== 'answer' || heard.status !== 200) return null;
  const read = receiptBody.safeParse(heard.body);
  return read.success && read.data.id === id ? read.data : null;
}

function tried(message: Sent, heard: Heard) {
  const attempts = message.attempts + 1;
  const pause = pausesMs[Math.min(attempts, pausesMs.length) - 1] ?? 0;
  if (heard.kind === 'unheard')
    return { state: 'waiting', attempts, next_ms: realMs() + pause, error: heard.why } as const;
  const error = errorOf(heard.body) ?? `答复 ${heard.status} 看不懂`;
  const state = hopeless.includes(heard.status) ? 'dead' : 'waiting';
  return { state, attempts, next_ms: realMs() + Math.max(pause, heard.retryMs), error } as const;
}
