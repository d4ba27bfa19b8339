import { setTimeout as pause } from 'node:timers/promises';

export interface Life {
  /** After the turn that is under way. */
  stop(): Promise<void>;
}

/** One turn after another; each says how many milliseconds to rest before the next. */
export function forever(turn: () => Promise<number>): Life {
  let isStopped = false;
  async function live(): Promise<void> {
    while (!isStopped) await pause(await turn());
  }
  const life = live();
  return {
    stop: async () => {
      isStopped = true;
      await life;
    },
  };
}
