import type { TrainingPhase } from '@minsheng/contract/words/learning.ts';
import { openThread } from '../../platform/thread.ts';
import { cityWordsTold } from '../text/index.ts';
import type { Progress, TrainingWish, TrialSaid } from './training.ts';
import type { Taught } from './what-it-taught.ts';

export type ToThread =
  | { readonly kind: 'rows'; readonly rows: readonly Taught[] }
  | { readonly kind: 'train'; readonly wish: TrainingWish };

export interface ThreadResult {
  /** keep.ts. */
  readonly bytes: Uint8Array;
  readonly judged: readonly TrialSaid[];
  readonly labels: number;
  readonly mix: Readonly<Record<string, number>>;
  readonly taught: number;
}

type FromThread =
  | { readonly kind: 'read'; readonly count: number }
  | {
      readonly kind: 'progress';
      readonly phase: TrainingPhase;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'done'; readonly result: ThreadResult | null };

export interface TrainingThread {
  /** Resolves when they have been read, so that history never piles up between. */
  add(rows: readonly Taught[]): Promise<void>;
  /** Null: there is nothing to tell apart. */
  train(wish: TrainingWish, progress: Progress): Promise<ThreadResult | null>;
  stop(): Promise<unknown>;
}

/** Training takes seconds to minutes of pure work: beside the program, so that nobody waits for it. */
export function trainingThread(): TrainingThread {
  const file = new URL('./training-thread.ts', import.meta.url);
  const { ask, stop } = openThread<ToThread, FromThread>(file, cityWordsTold());
  return {
    add: async (rows) => {
      await ask({ kind: 'rows', rows }, (said) => (said.kind === 'read' ? said.count : undefined));
    },
    train: (wish, progress) =>
      ask({ kind: 'train', wish }, (said) => {
        if (said.kind === 'progress') progress(said.phase, said.done, said.total);
        return said.kind === 'done' ? said.result : undefined;
      }),
    stop,
  };
}
