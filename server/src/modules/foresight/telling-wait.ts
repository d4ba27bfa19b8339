import { centre, waitRules } from '../waits/index.ts';
import { changeTelling, holdTelling } from './tellings.repo.ts';

/** 告知待审批: the director is told, then the shift lead. */
waitRules({
  kind: 'telling-approval',
  subject: 'telling',
  topic: 'foresight',
  standing: async (ctx, { id }) =>
    (await holdTelling(ctx, id)).state === 'waiting' ? 'waiting' : 'over',
  pauses: null,
  moved: (ctx, { id }, dueAt) => changeTelling(ctx, id, { due_at: dueAt }),
  atEnd: { tells: async () => [centre('director'), centre('shift-lead')] },
});
