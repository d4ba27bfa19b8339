import { z } from 'zod';
import { searchOrders } from './orders.ts';
import { route } from './route.ts';
import { done, id, instant } from './shapes.ts';
import {
  putBackReasons,
  releaseFiles,
  releaseParts,
  releaseStates,
  removalKinds,
} from './words/release.ts';

const releaseRow = z.object({
  id,
  state: z.enum(releaseStates),
  purpose: z.string(),
  recipient: z.string(),
  askedBy: z.string(),
  askedAt: instant,
  orders: z.number().int(),
  texts: z.number().int(),
  checked: z.number().int(),
  expiresAt: instant.nullable(),
  withdrawn: z.object({ by: z.string(), at: instant, why: z.string() }).nullable(),
});

const removal = z.object({
  kind: z.enum(removalKinds),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
});
export type Removal = z.output<typeof removal>;

export const askRelease = route({
  method: 'POST',
  path: '/releases',
  summary: 'Ask that what a search finds leaves the centre without personal data',
  body: z.object({
    filters: searchOrders.query.omit({ cursor: true }),
    purpose: z.string().trim().min(4).max(200),
    recipient: z.string().trim().min(2).max(100),
  }),
  reply: z.object({ id }),
});

export const listReleases = route({
  method: 'GET',
  path: '/releases',
  summary: 'What was asked to leave the centre, the latest first',
  reply: z.object({ rows: z.array(releaseRow), shownCap: z.number().int() }),
});

export const readRelease = route({
  method: 'GET',
  path: '/releases/:releaseId',
  summary: 'One release: how far it is checked and what was taken out',
  params: z.object({ releaseId: id }),
  reply: releaseRow.extend({
    removed: z.array(z.object({ kind: z.enum(removalKinds), count: z.number().int() })),
    putBack: z.number().int(),
    /** 下载记录: who took the file, and when. */
    taken: z.array(z.object({ by: z.string(), at: instant })),
    can: z.object({ check: z.boolean(), take: z.boolean(), withdraw: z.boolean() }),
  }),
});

export const nextText = route({
  method: 'GET',
  path: '/releases/:releaseId/next',
  summary: 'The text that is to be checked next, what is least certain first',
  params: z.object({ releaseId: id }),
  reply: z.object({
    text: z
      .object({
        no: z.number().int(),
        line: z.number().int(),
        part: z.enum(releaseParts),
        words: z.string(),
        removals: z.array(removal),
        isDoubtful: z.boolean(),
      })
      .nullable(),
    left: z.number().int(),
  }),
});

export const checkText = route({
  method: 'POST',
  path: '/releases/:releaseId/texts/:no/check',
  summary: 'Say what leaves this text: what the machine took, less what is put back, and more',
  params: z.object({ releaseId: id, no: z.coerce.number().int().min(1) }),
  body: z.object({
    removals: z.array(removal).max(2000),
    putBackAs: z.enum(putBackReasons).optional(),
  }),
  reply: done,
});

export const withdrawRelease = route({
  method: 'POST',
  path: '/releases/:releaseId/withdraw',
  summary: 'Take a release back, and say why: its file is not given out any more',
  params: z.object({ releaseId: id }),
  body: z.object({ reason: z.string().trim().min(2).max(300) }),
  reply: done,
});

/** The file is raw HTTP: GET /api/releases/:releaseId/file?as=xlsx (or csv, or report) answers its bytes. */
export const releaseFileQuery = z.object({ as: z.enum(releaseFiles) });

export const releaseRefusals = {
  'release.no-such-release': [404, '没有找到这次外发。'],
  'release.nothing-found': [422, '没有可以外发的工单:保密工单不外发。'],
  'release.too-many': [413, '一次最多外发 {limit} 件,每一段都要人工核对,请缩小范围。'],
  'release.own': [403, '申请人不能核对自己的外发,请由另一位同事核对。'],
  'release.not-to-check': [409, '这次外发现在不用核对,请刷新后查看。'],
  'release.already-checked': [409, '这一段刚刚已有人核对过了,请看下一段。'],
  'release.wrong-place': [422, '标记的位置不对,请刷新后重新标记。'],
  'release.reason-needed': [422, '恢复了内容,请选择恢复的原因。'],
  'release.not-ready': [409, '还没有全部核对完,不能下载。'],
  'release.not-yours': [403, '只有申请人、核对人和中心主任可以下载;撤回由申请人或中心主任来做。'],
  'release.withdrawn': [410, '这次外发已撤回,不再核对和下载。'],
  'release.expired': [410, '下载期限已过,请重新申请。'],
} as const;
