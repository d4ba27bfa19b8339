import { z } from 'zod';
import { route } from './route.ts';
import { day, done, id } from './shapes.ts';

export const entry = z.object({
  code: z.string(),
  title: z.string(),
  answer: z.string(),
  ownerName: z.string(),
  basis: z.string(),
  validFrom: day,
  validUntil: day,
  isExpired: z.boolean(),
  invented: z.boolean(),
  /** Codes of the matters it is about, or of a group of them. */
  matters: z.array(z.string()),
  /** 可对外; the others are read by staff and told to nobody. */
  isPublic: z.boolean(),
  /** 办事表单 that go along with it, by their titles. */
  forms: z.array(z.string()),
  links: z.array(z.object({ title: z.string(), url: z.string() })),
});

export const searchKnowledge = route({
  method: 'GET',
  path: '/knowledge',
  summary:
    'Knowledge entries by words or pinyin initials; expired ones are marked and cannot be cited',
  query: z.object({
    q: z.string().max(50).optional(),
    matter: z
      .string()
      .regex(/^\d{2,6}$/)
      .optional(),
  }),
  reply: z.object({ rows: z.array(entry) }),
});

export const readEntry = route({
  method: 'POST',
  path: '/knowledge/:code/read',
  summary: 'Keep that this answer was read to a caller',
  params: z.object({ code: z.string().max(40) }),
  body: z.object({ callId: id.optional() }),
  reply: done,
});

export const knowledgeRefusals = {
  'knowledge.expired': [409, '条目“{title}”已于 {on} 过期,不能引用,请联系责任单位更新。'],
  'knowledge.staff-only': [409, '条目“{title}”只供内部使用,不能对外答复或发送。'],
  'knowledge.no-such-entry': [404, '没有找到这个知识条目。'],
} as const;
