import { centre, waitRules } from '../waits/index.ts';
import { findChange, moveDue, openOf } from './changes.repo.ts';

/** 规则没有核对完: the analysts are told, then the director. */
waitRules({
  kind: 'regulation-review',
  subject: 'regulation',
  topic: 'regulations',
  standing: async (ctx, { id }) => {
    await findChange(ctx, id);
    return (await openOf(ctx, id)) > 0 ? 'waiting' : 'over';
  },
  pauses: null,
  moved: (ctx, { id }, dueAt) => moveDue(ctx, id, dueAt),
  atEnd: { tells: async () => [centre('analyst'), centre('director')] },
});
