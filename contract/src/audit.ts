import { z } from 'zod';
import { route } from './route.ts';
import { cursor, day, instant, page } from './shapes.ts';

/** What a line names: an id, and what people call it where we know. */
const fact = z.object({ name: z.string(), value: z.string() });

export const listAuditLines = route({
  method: 'GET',
  path: '/audit/lines',
  summary: 'Who asked for what in a span of days, the latest first; the auditor’s page',
  query: z.object({
    fromOn: day,
    untilOn: day,
    /** A login. */
    login: z.string().trim().min(1).max(60).optional(),
    /** 动作: the audit word of a route. */
    word: z.string().max(80).optional(),
    /** An order number, a login or an id. */
    object: z.string().trim().min(1).max(60).optional(),
    /** Only what was refused. */
    refusedOnly: z.stringbool().optional(),
    /** Without what was only read. */
    changesOnly: z.stringbool().optional(),
    cursor: cursor.optional(),
  }),
  reply: page(
    z.object({
      id: z.uuid(),
      at: instant,
      word: z.string(),
      method: z.string(),
      path: z.string(),
      actorKind: z.enum(['staff', 'citizen', 'system', 'link', 'machine']),
      account: z.object({ login: z.string(), name: z.string() }).nullable(),
      unitName: z.string().nullable(),
      facts: z.array(fact),
      /** Null: it was done. */
      refusal: z.string().nullable(),
    }),
  ),
});

export const auditRefusals = {
  'audit.span': [400, '一次最多查 {days} 天,请缩短起止日期。'],
  'audit.no-such-account': [404, '没有用户名是“{login}”的账号。'],
  'audit.no-such-object': [404, '没有找到这个工单编号或用户名,请核对后再查。'],
  'audit.object-day': [400, '按编码查其他对象,一次只能查一天,请把起止日期选成同一天。'],
} as const;
