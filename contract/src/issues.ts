import { z } from 'zod';
import { route } from './route.ts';
import { done, id, instant, matterCode, orderRow } from './shapes.ts';

export const issuePage = route({
  method: 'GET',
  path: '/issues/:issueId',
  summary: 'One real thing in the world (事项) and the appeals behind it',
  params: z.object({ issueId: id }),
  query: z.object({ until: instant.optional() }),
  reply: z.object({
    issueId: id,
    matterCode,
    openedAt: instant,
    appeals: z.number().int(),
    people: z.number().int(),
    orders: z.array(orderRow),
    linkedThen: z.array(id),
  }),
});

export const linkIssue = route({
  method: 'POST',
  path: '/issues/:issueId/link',
  summary: 'Say that an order is about this issue; number, message and rating of its person stay',
  params: z.object({ issueId: id }),
  body: z.object({ orderId: id, reason: z.string().trim().min(2).max(300) }),
  reply: done,
});
export const unlinkIssue = route({
  method: 'POST',
  path: '/issues/:issueId/unlink',
  summary: 'Take an order out again; it returns to an issue of its own',
  params: z.object({ issueId: id }),
  body: z.object({ orderId: id, reason: z.string().trim().min(2).max(300) }),
  reply: done,
});

export const issueRefusals = {
  'issues.no-such-issue': [404, '没有找到这个事项。'],
  'issues.already-linked': [409, '这件工单已属于该事项。'],
  'issues.not-linked': [409, '这件工单不属于该事项。'],
} as const;
