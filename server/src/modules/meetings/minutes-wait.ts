import { centre, waitRules } from '../waits/index.ts';
import { lockVisible } from './meetings.repo.ts';

/** 纪要期限: a meeting that was held and has no signed minutes is told to the shift lead, then to the director. */
waitRules({
  kind: 'minutes-signature',
  subject: 'meeting',
  topic: 'meetings',
  standing: async (ctx, { id }) =>
    (await lockVisible(ctx, id)).state === 'held' ? 'waiting' : 'over',
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [centre('shift-lead'), centre('director')] },
});
