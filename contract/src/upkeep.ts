import { z } from 'zod';
import { route } from './route.ts';
import { done, instant } from './shapes.ts';
import { troubleEnds, troubleKinds } from './words/upkeep.ts';

export const upkeepRefusals = {
  'upkeep.no-such-trouble': [404, '没有找到这条运行异常,可能已经结束,请刷新后查看。'],
  'upkeep.ends-itself': [409, '这一项要排除原因后由系统自行确认恢复,不能手工结束。'],
  'upkeep.not-that-way': [
    422,
    '这一项不能这样结束:后台任务可以重新执行或放弃,核验不一致只能查明。',
  ],
} as const;

const trouble = z.object({
  id: z.uuid(),
  kind: z.enum(troubleKinds),
  /** Name of the job, as the program calls it. */
  about: z.string(),
  times: z.number().int(),
  sinceAt: instant,
  seenAt: instant,
  overAt: instant.nullable(),
  ended: z.enum(troubleEnds).nullable(),
  endedBy: z.string().nullable(),
  words: z.string().nullable(),
});

export const listTroubles = route({
  method: 'GET',
  path: '/upkeep/troubles',
  summary: 'What goes wrong behind the screens, open first, and what the last verification found',
  reply: z.object({
    open: z.array(trouble),
    over: z.array(trouble),
    shownCap: z.number().int(),
    /** 后台处理进程, on whatever machine; null on a clock that is moved by hand, which does their work itself. */
    workers: z.number().int().nullable(),
    /** Null: the log was never verified here. */
    verification: z
      .object({
        at: instant,
        chains: z.number().int(),
        events: z.number().int(),
        anchors: z.number().int(),
        broken: z.number().int(),
      })
      .nullable(),
    can: z.object({ settle: z.boolean() }),
  }),
});

export const settleTrouble = route({
  method: 'POST',
  path: '/upkeep/troubles/:troubleId/settle',
  summary:
    'Run the jobs once more or give them up; or say what was found out about a log that does not agree',
  params: z.object({ troubleId: z.uuid() }),
  body: z.object({
    how: z.enum(['again', 'gave-up', 'looked-into']),
    words: z.string().trim().min(4).max(300),
  }),
  reply: done,
});
