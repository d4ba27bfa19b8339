import { z } from 'zod';
import { route } from './route.ts';
import { cursor, done, fileView, id, instant, page, unitCode } from './shapes.ts';
import {
  concernKinds,
  letterBoxes,
  letterKinds,
  letterStates,
  receiptStates,
} from './words/letters.ts';

export const concern = z.object({ kind: z.enum(concernKinds), id });

const reason = z.string().trim().min(2).max(500);
const title = z.string().trim().min(2).max(120);
/** A paragraph a line. */
const body = z.string().trim().min(2).max(20_000);
const toUnits = z.array(unitCode).min(1).max(60);
const letterId = z.object({ letterId: id });

const letterRow = z.object({
  id,
  kind: z.enum(letterKinds),
  title: z.string(),
  /** 发文字号; null before it is approved. */
  letterNo: z.string().nullable(),
  state: z.enum(letterStates),
  draftedAt: instant,
  sentAt: instant.nullable(),
  dueAt: instant.nullable(),
  /** To how many it goes, and how many of them have signed and are over. */
  units: z.number().int(),
  signed: z.number().int(),
  over: z.number().int(),
  isLate: z.boolean(),
  /** 逾期未签收. */
  isUnsignedLate: z.boolean(),
  /** 本单位收函: where the person's own unit is one of them. */
  own: z.enum(receiptStates).nullable(),
});

export const listLetters = route({
  method: 'GET',
  path: '/letters',
  summary: 'Letters this person may see, the latest first',
  query: z.object({
    /** `open`: not over yet; `received`: to the person's own unit. */
    box: z.enum(letterBoxes).optional(),
    kind: z.enum(letterKinds).optional(),
    concernId: id.optional(),
    cursor: cursor.optional(),
  }),
  reply: page(letterRow).extend({
    /** 待签收: letters of the person's own unit that nobody has signed for. */
    unsigned: z.number().int(),
  }),
});

export const listTemplates = route({
  method: 'GET',
  path: '/letters/templates',
  summary: 'What letters the hotline writes, with the slots to fill',
  reply: z.object({
    rows: z.array(
      z.object({
        code: z.string(),
        kind: z.enum(letterKinds),
        name: z.string(),
        wantsAnswer: z.boolean(),
        slots: z.array(z.object({ code: z.string(), name: z.string(), long: z.boolean() })),
      }),
    ),
  }),
});

export const draftLetter = route({
  method: 'POST',
  path: '/letters',
  summary: 'Draft a letter from a template',
  body: z.object({
    template: z.string().max(60),
    slots: z.record(z.string().max(60), z.string().trim().min(1).max(8000)),
    toUnits,
    concern: concern.optional(),
    /** 更正: the letter this one corrects. */
    correctsId: id.optional(),
  }),
  reply: z.object({ letterId: id }),
});

export const changeDraft = route({
  method: 'PATCH',
  path: '/letters/:letterId',
  summary: 'Change a draft',
  params: letterId,
  body: z.object({ title: title.optional(), body: body.optional(), toUnits: toUnits.optional() }),
  reply: done,
});

const answer = z.object({
  no: z.number().int(),
  content: z.string(),
  files: z.array(fileView),
  by: z.string(),
  at: instant,
  judged: z.object({ accepted: z.boolean(), reason: z.string(), at: instant }).nullable(),
});

export const readLetter = route({
  method: 'GET',
  path: '/letters/:letterId',
  summary: 'One letter with whom it went to, who signed and what they answered',
  params: letterId,
  reply: letterRow.extend({
    body: z.array(z.string()),
    organ: z.string(),
    to: z.array(z.string()),
    concern: concern.extend({ label: z.string(), mayOpen: z.boolean() }).nullable(),
    corrects: z.object({ id, letterNo: z.string().nullable() }).nullable(),
    correctedBy: z.object({ id, letterNo: z.string().nullable() }).nullable(),
    draftedBy: z.string(),
    approved: z.object({ by: z.string(), at: instant, digest: z.string() }).nullable(),
    withdrawn: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
    receipts: z.array(
      z.object({
        unitCode,
        unitName: z.string(),
        state: z.enum(receiptStates),
        signed: z.object({ by: z.string(), at: instant }).nullable(),
        dueAt: instant.nullable(),
        isLate: z.boolean(),
        isUnsignedLate: z.boolean(),
        answers: z.array(answer),
      }),
    ),
    mayPrintPdf: z.boolean(),
    can: z.object({
      change: z.boolean(),
      approve: z.boolean(),
      send: z.boolean(),
      withdraw: z.boolean(),
      sign: z.boolean(),
      answer: z.boolean(),
      judge: z.boolean(),
      correct: z.boolean(),
    }),
  }),
});

export const approveLetter = route({
  method: 'POST',
  path: '/letters/:letterId/approve',
  summary: 'Approve a draft of somebody else: it gets its number, and its text is fixed',
  params: letterId,
  reply: z.object({ letterNo: z.string() }),
});

export const sendLetter = route({
  method: 'POST',
  path: '/letters/:letterId/send',
  summary: 'Send an approved letter; its units are told and their time begins',
  params: letterId,
  reply: z.object({ dueAt: instant.nullable() }),
});

export const withdrawLetter = route({
  method: 'POST',
  path: '/letters/:letterId/withdraw',
  summary: 'Withdraw a letter that has not been sent; a number it has stays its own',
  params: letterId,
  body: z.object({ reason }),
  reply: done,
});

export const signLetter = route({
  method: 'POST',
  path: '/letters/:letterId/sign',
  summary: 'Sign for a letter on behalf of one’s unit',
  params: letterId,
  reply: done,
});

export const answerLetter = route({
  method: 'POST',
  path: '/letters/:letterId/answer',
  summary: 'Answer a letter on behalf of one’s unit',
  params: letterId,
  body: z.object({
    content: z.string().trim().min(5).max(8000),
    fileIds: z.array(id).max(20),
  }),
  reply: done,
});

export const judgeAnswer = route({
  method: 'POST',
  path: '/letters/:letterId/judge',
  summary: 'Accept a unit’s answer or send it back with a reason',
  params: letterId,
  body: z.object({ unitCode, accept: z.boolean(), reason: z.string().trim().max(500) }),
  reply: done,
});

/** Raw HTTP: GET /api/letters/:letterId/print (a page), /docx, /pdf (bytes). */
export const letterPrintPath = '/letters/:letterId/print';
export const letterDocxPath = '/letters/:letterId/docx';
export const letterPdfPath = '/letters/:letterId/pdf';

/** Raw HTTP: POST /api/letters/export, an xlsx with a line for every unit a letter of the box went to. */
export const exportLettersBody = z.object({
  box: z.enum(letterBoxes),
  purpose: z.string().trim().min(4).max(200),
});

export const letterRefusals = {
  'letters.too-many': [422, '一次最多导出 {limit} 份函件,请换一个范围。'],
  'letters.no-such-letter': [404, '没有找到这份函件。'],
  'letters.no-such-template': [422, '没有这种文书模板。'],
  'letters.slots-missing': [422, '还有内容没有填写:{slots}。'],
  'letters.confined-order': [
    422,
    '专人专办的工单不发函,以免更多人知道;请由专人当面或电话督促办理。',
  ],
  'letters.no-such-concern': [404, '没有找到函件所说的事项,请核对后再拟稿。'],
  'letters.nothing-to-correct': [
    409,
    '只有已经发出的函件才发更正函;没有发出的请直接修改,或撤回重拟。',
  ],
  'letters.stale': [409, '这份函件现在是“{state}”,不能这样操作,请刷新后查看。'],
  'letters.own-draft': [403, '拟稿人不能批准自己的函件,请另一位有批准权限的同事批准。'],
  'letters.not-to-you': [403, '这份函件没有发给贵单位,不能代签或代复。'],
  'letters.receipt-stale': [409, '本单位对这份函件的状态是“{state}”,不能这样操作,请刷新后查看。'],
  'letters.reason-needed': [422, '退回反馈要写明理由,让单位知道该补充什么。'],
  'letters.no-printer': [
    501,
    '服务器上没有找到 Chromium,不能生成 PDF。请打开打印页,用浏览器“打印”另存为 PDF,或下载 Word 文件。',
  ],
} as const;
