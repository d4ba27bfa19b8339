import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** What a page hears while it is open. */
export interface LiveStream {
  /** Real milliseconds until something about this is heard, from now on; null when it is not heard in time. */
  next(isWanted: (topic: string) => boolean, withinMs: number): Promise<number | null>;
  close(): Promise<void>;
}

const message = z.object({ topics: z.array(z.string()) });

/** Opens the server-sent events of one person; resolves once the server has begun to speak. */
export async function openStream(
  url: string,
  token: string,
  topics: readonly string[],
): Promise<LiveStream> {
  const ending = new AbortController();
  const query = new URLSearchParams();
  for (const topic of topics) query.append('topic', topic);
  const response = await fetch(`${url}/api/stream?${query}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: ending.signal,
  });
  if (!response.ok || response.body === null)
    throw new Error(`The live stream answered ${response.status}: ${await response.text()}`);
  const ears = new Set<(topic: string) => void>();
  const reading = read(response.body, (topic) => {
    for (const ear of ears) ear(topic);
  });
  return {
    next: (isWanted, withinMs) => nextOf(ears, isWanted, withinMs),
    close: async () => {
      ending.abort();
      await reading;
    },
  };
}

async function nextOf(
  ears: Set<(topic: string) => void>,
  isWanted: (topic: string) => boolean,
  withinMs: number,
): Promise<number | null> {
  const from = performance.now();
  const { promise, resolve } = Promise.withResolvers<number>();
  const ear = (topic: string) => {
    if (topic === '*' || isWanted(topic)) resolve(performance.now() - from);
  };
  ears.add(ear);
  const giveUp = new AbortController();
  const tooLate = pause(withinMs, null, { signal: giveUp.signal }).catch(() => null);
  const heard = await Promise.race([promise, tooLate]);
  giveUp.abort();
  ears.delete(ear);
  return heard;
}

async function read(
  body: ReadableStream<Uint8Array>,
  onTopic: (topic: string) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let text = '';
  try {
    for await (const part of body) {
      text += decoder.decode(part, { stream: true });
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines.filter((each) => each.startsWith('data: ')))
        for (const topic of message.parse(JSON.parse(line.slice(6))).topics) onTopic(topic);
    }
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  }
}
