import { modelKinds } from '@minsheng/contract/words/learning.ts';
import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import type { Runtime } from '../../platform/context.ts';
import { handleApart } from '../../platform/jobs.ts';
import { transact } from '../../platform/transact.ts';
import { askWhereDue, train } from './ask-retraining.ts';
import { foldDays } from './fold-days.ts';
import { catchUp } from './follow-decisions.ts';
import { retrain } from './retrain.ts';

handleApart(train, retrain);

const each =
  (
    work: (
      ctx: Parameters<typeof catchUp>[0],
      kind: (typeof modelKinds)[number],
    ) => Promise<unknown>,
  ) =>
  async (runtime: Runtime): Promise<void> => {
    for (const kind of modelKinds)
      await transact(runtime, systemActor, async (ctx) => {
        await work(ctx, kind);
      });
  };

chore({ name: 'learning:follow', everySeconds: 5, work: each(catchUp) });
chore({ name: 'learning:retrain', everySeconds: 30, work: each(askWhereDue) });
chore({ name: 'learning:fold', everySeconds: 30, work: each(foldDays) });
