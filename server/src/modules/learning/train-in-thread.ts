import { Worker } from 'node:worker_threads';
import type { Blend, Sample } from './blend.ts';
import { fromBytes } from './keep.ts';

/** Training takes seconds of pure work: beside the program, so that nobody waits for it. */
export async function trainInThread(samples: readonly Sample[]): Promise<Blend> {
  const thread = new Worker(new URL('./training-thread.ts', import.meta.url), {
    workerData: samples,
  });
  // Whoever ends the program does not wait for it either.
  thread.unref();
  return new Promise((resolve, reject) => {
    thread.once('message', (bytes: Uint8Array) => resolve(fromBytes(Buffer.from(bytes))));
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`Training ended with ${code}.`)));
  });
}
