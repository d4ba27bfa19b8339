import { setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';

export interface Thread<Told, Said> {
  /** Tells it something and waits until one of its messages answers; a thread that ends before is a fault. */
  ask<Answer>(message: Told, answerOf: (said: Said) => Answer | undefined): Promise<Answer>;
  stop(): Promise<unknown>;
}

/** 工作线程: seconds to minutes of pure work beside the program, so that nobody waits for it. One question at a time. */
export function openThread<Told, Said>(file: URL, workerData: unknown): Thread<Told, Said> {
  const thread = new Worker(file, { workerData });
  // Whoever ends the program does not wait for it either.
  thread.unref();
  // Heard from the beginning: a thread that ends between two questions fails the next one, not the whole program.
  const ended = new Promise<never>((_, reject) => {
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`A thread ended with ${code}.`)));
  });
  ended.catch(() => {});
  return {
    ask: async <Answer>(message: Told, answerOf: (said: Said) => Answer | undefined) => {
      const { promise, resolve } = Promise.withResolvers<Answer>();
      const hear = (said: Said) => {
        const answer = answerOf(said);
        if (answer !== undefined) resolve(answer);
      };
      thread.on('message', hear);
      thread.postMessage(message);
      try {
        return await Promise.race([promise, ended]);
      } finally {
        thread.off('message', hear);
      }
    },
    stop: () => thread.terminate(),
  };
}

/** A quarter of a core that somebody else wants as well, all of one that nobody wants. */
const behind = 5;

/**
 * 让路: said by a thread when it begins, so that people come first. Linux counts it for the thread alone; elsewhere it
 * would be the whole program's.
 */
export function giveWay(): void {
  if (process.platform === 'linux') setPriority(behind);
}
