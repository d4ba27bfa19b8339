import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from './log.ts';
import type { Postmaster } from './postmaster.ts';
import { text } from './text.ts';

/** A database that is brought back whenever it dies under us. */
export interface KeptAlive {
  /** Null while it is down. */
  pid(): number | null;
  isUp(): boolean;
  onDeath(listener: (reason: string) => void): void;
  onReturn(listener: () => void): void;
  stop(): Promise<void>;
}

const longestPauseMilliseconds = 5000;

export async function keepAlive(start: () => Promise<Postmaster>, log: Log): Promise<KeptAlive> {
  const deathListeners: ((reason: string) => void)[] = [];
  const returnListeners: (() => void)[] = [];
  let isStopping = false;
  let current: Postmaster | null = await start();

  async function live(): Promise<void> {
    while (current !== null) {
      const reason = await current.ended;
      current = null;
      if (isStopping) return;
      log.warn(text.died(reason));
      for (const tell of deathListeners) tell(reason);
      current = await bringBack(start, log, () => isStopping);
      if (isStopping) {
        await current?.stop();
        return;
      }
      log.warn(text.returned);
      for (const tell of returnListeners) tell();
    }
  }
  const life = live();

  return {
    pid: () => current?.pid ?? null,
    isUp: () => current !== null,
    onDeath: (listener) => void deathListeners.push(listener),
    onReturn: (listener) => void returnListeners.push(listener),
    async stop() {
      isStopping = true;
      await current?.stop();
      await life;
    },
  };
}

/** Never gives up: a full disk may be emptied, and until then every request is told to come back later. */
async function bringBack(
  start: () => Promise<Postmaster>,
  log: Log,
  isStopping: () => boolean,
): Promise<Postmaster | null> {
  let waitMilliseconds = 100;
  let said = '';
  while (!isStopping()) {
    try {
      return await start();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== said) log.warn(reason);
      said = reason;
      await pause(waitMilliseconds);
      waitMilliseconds = Math.min(waitMilliseconds * 2, longestPauseMilliseconds);
    }
  }
  return null;
}
