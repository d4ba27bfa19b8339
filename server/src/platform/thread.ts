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
  return {
    ask: async <Answer>(message: Told, answerOf: (said: Said) => Answer | undefined) => {
      const { promise, resolve, reject } = Promise.withResolvers<Answer>();
      const hear = (said: Said) => {
        const answer = answerOf(said);
        if (answer !== undefined) resolve(answer);
      };
      const end = (code: number) => reject(new Error(`A thread ended with ${code}.`));
      thread.on('message', hear).once('error', reject).once('exit', end);
      thread.postMessage(message);
      try {
        return await promise;
      } finally {
        thread.off('message', hear).off('error', reject).off('exit', end);
      }
    },
    stop: () => thread.terminate(),
  };
}
