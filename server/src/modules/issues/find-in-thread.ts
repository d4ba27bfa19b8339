import { openThread } from '../../platform/thread.ts';
import type { GazetteerSources } from '../mentions/index.ts';
import { cityWordsTold } from '../text/index.ts';
import type { Problem } from './find-problems.ts';
import type { Message } from './message.ts';

export type ToThread =
  | { readonly kind: 'messages'; readonly messages: readonly Message[] }
  | { readonly kind: 'find'; readonly places: GazetteerSources };

type FromThread =
  | { readonly kind: 'read'; readonly count: number }
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly problems: readonly Problem[] };

export interface ProblemThread {
  /** Resolves when they have been read, so that a period never piles up between. */
  add(messages: readonly Message[]): Promise<void>;
  /** `progress`: 0 to 1. */
  find(places: GazetteerSources, progress: (done: number) => void): Promise<readonly Problem[]>;
  stop(): Promise<unknown>;
}

/** 后台聚类: a period takes up to a minute of pure work, beside the program. */
export function problemThread(): ProblemThread {
  const file = new URL('./problem-thread.ts', import.meta.url);
  const { ask, stop } = openThread<ToThread, FromThread>(file, cityWordsTold());
  return {
    add: async (messages) => {
      await ask({ kind: 'messages', messages }, (said) =>
        said.kind === 'read' ? said.count : undefined,
      );
    },
    find: (places, progress) =>
      ask({ kind: 'find', places }, (said) => {
        if (said.kind === 'progress') progress(said.done);
        return said.kind === 'done' ? said.problems : undefined;
      }),
    stop,
  };
}
