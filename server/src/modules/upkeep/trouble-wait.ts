import { centre, waitRules } from '../waits/index.ts';
import { hold } from './troubles.repo.ts';

/** 运行异常: the system administrator hears when it lasts, then the director, who has people for it. */
waitRules({
  kind: 'trouble',
  subject: 'trouble',
  topic: null,
  standing: async (ctx, { id }) => ((await hold(ctx, id))?.overAt === null ? 'waiting' : 'over'),
  pauses: null,
  moved: null,
  atEnd: { tells: async () => [centre('admin'), centre('director')] },
});
