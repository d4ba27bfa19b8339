import { refusedFrom } from './call.ts';

/** An EventSource does not tell why it was refused: asks once more which topics are not ours to hear. */
export async function topicsRefused(address: string): Promise<ReadonlySet<string>> {
  const asking = new AbortController();
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (answer.ok) return new Set();
    const { code, facts } = await refusedFrom(answer);
    return new Set(code === 'desk.not-heard' ? String(facts.topics).split(' ') : []);
  } catch {
    // The line is cut: nothing was refused, the stream tries again.
    return new Set();
  } finally {
    asking.abort();
  }
}
