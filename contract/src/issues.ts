import { z } from 'zod';
import { route } from './route.ts';
import { done, id, instant, matterCode, orderRow } from './shapes.ts';
import { orderStatuses } from './words/order.ts';
import { sameReasons, whyNotSame } from './words/same-thing.ts';

/** 理由, with what both orders say where it is a name or a word. */
const sameReason = z.object({ code: z.enum(sameReasons), words: z.array(z.string()) });

const toldOrder = z.object({
  orderId: id,
  orderNo: z.string(),
  title: z.string(),
  status: z.enum(orderStatuses),
  areaName: z.string(),
  address: z.string(),
  acceptedAt: instant,
});

/** 建议: this order may be about what the issue is about. `like`: the order of the issue it is most like. */
export const proposalView = z.object({
  state: z.enum(['proposed', 'rejected']),
  why: z.enum(whyNotSame).nullable(),
  issueId: id,
  appeals: z.number().int(),
  people: z.number().int(),
  order: toldOrder,
  like: toldOrder,
  reasons: z.array(sameReason),
});

/** 上一步: the last move of an order between issues, which can be taken back. */
export const lastMove = z.object({
  orderId: id,
  orderNo: z.string(),
  title: z.string(),
  at: instant,
  who: z.string(),
  issueId: id,
  backTo: id,
});

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
    /** Of its orders, whoever asked for them, those this person may not read. */
    hidden: z.number().int(),
    linkedThen: z.array(id),
  }),
});

export const proposalsOfOrder = route({
  method: 'GET',
  path: '/issues/proposals/:orderId',
  summary: 'Which issues of other people this order may be about, with reasons (同一件事)',
  params: z.object({ orderId: id }),
  reply: z.object({ rows: z.array(proposalView), lastMove: lastMove.nullable() }),
});
export const proposalsToIssue = route({
  method: 'GET',
  path: '/issues/:issueId/proposals',
  summary: 'Which orders may be about this issue, and which moves of its orders can be taken back',
  params: z.object({ issueId: id }),
  reply: z.object({
    rows: z.array(proposalView),
    lastMoves: z.array(lastMove),
    shownCap: z.number().int(),
  }),
});
/** 一次最多并入、拆出. */
export const mostMovedAtOnce = 50;

export const confirmProposals = route({
  method: 'POST',
  path: '/issues/:issueId/confirm',
  summary: 'Say yes to proposals: these orders, and what repeats them, join the issue',
  params: z.object({ issueId: id }),
  body: z.object({ orderIds: z.array(id).min(1).max(mostMovedAtOnce) }),
  reply: z.object({ moved: z.number().int() }),
});
export const rejectProposal = route({
  method: 'POST',
  path: '/issues/:issueId/reject',
  summary: 'Say no to a proposal; it is not made again',
  params: z.object({ issueId: id }),
  body: z.object({
    orderId: id,
    why: z.enum(whyNotSame),
    note: z.string().trim().max(300).optional(),
  }),
  reply: done,
});
export const reopenProposal = route({
  method: 'POST',
  path: '/issues/:issueId/reopen',
  summary: 'Take a no back: the proposal is open again',
  params: z.object({ issueId: id }),
  body: z.object({ orderId: id }),
  reply: done,
});
export const splitIssue = route({
  method: 'POST',
  path: '/issues/:issueId/split',
  summary: 'Some orders of an issue become an issue of their own, or go to another',
  params: z.object({ issueId: id }),
  body: z.object({
    orderIds: z.array(id).min(1).max(mostMovedAtOnce),
    toIssueId: id.optional(),
    reason: z.string().trim().min(2).max(300),
  }),
  reply: z.object({ issueId: id }),
});
export const undoMove = route({
  method: 'POST',
  path: '/issues/:issueId/undo',
  summary: 'Take the last move of an order back: it returns to the issue it came from',
  params: z.object({ issueId: id }),
  body: z.object({ orderId: id, backTo: id }),
  reply: done,
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
  'issues.not-proposed': [409, '这条建议已经处理过,请刷新后再看。'],
  'issues.nobody-stays': [409, '至少留一件工单在原事项里。'],
  'issues.moved-since': [409, '这件工单之后又有变动,不能再撤销这一步。'],
  'issues.not-linked': [409, '这件工单不属于该事项。'],
} as const;
