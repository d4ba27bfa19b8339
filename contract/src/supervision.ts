import { z } from 'zod';
import { route } from './route.ts';
import {
  cursor,
  done,
  fileView,
  id,
  instant,
  orderRow,
  page,
  unitBrief,
  unitCode,
} from './shapes.ts';
import {
  askedLevels,
  instruments,
  supervisionLevels,
  supervisionStates,
  supervisionTriggers,
  warningPoints,
  writtenLevels,
} from './words/supervision.ts';

const onOrder = z.object({ orderId: id });
const onOne = z.object({ orderId: id, no: z.coerce.number().int().min(1).max(999) });
const words = z.string().trim().min(4).max(1000);
const fileIds = z.array(id).max(9).default([]);

/** 一次最多催办. */
export const mostUrgedAtOnce = 100;

export const supervisionBoxes = ['proposed', 'open', 'answered', 'closed'] as const;

const brief = z.object({
  no: z.number().int(),
  level: z.enum(askedLevels),
  levelName: z.string(),
  state: z.enum(supervisionStates),
  trigger: z.enum(supervisionTriggers),
  instrument: z.enum(instruments).nullable(),
  unit: unitBrief,
  /** By what the list is ordered: proposed, answer due, answered or closed. */
  at: instant,
  answerDueAt: instant.nullable(),
  isLate: z.boolean(),
  urges: z.number().int(),
});

const answerView = z.object({
  words: z.string(),
  files: z.array(fileView),
  by: z.string(),
  at: instant,
  isLate: z.boolean(),
  /** Why it was not enough; null where it stands. */
  sentBack: z.string().nullable(),
});

const view = brief.extend({
  openedAt: instant.nullable(),
  openedBy: z.string(),
  reason: z.string(),
  demands: z.string(),
  informed: z.array(z.string()),
  /** 督办单位: a county sub-centre; null where it was the centre or a rule. */
  givenBy: z.string().nullable(),
  letter: z.object({ id, letterNo: z.string().nullable() }).nullable(),
  taskId: id.nullable(),
  visitId: id.nullable(),
  /** Why an answer given by the letter or the task was not enough; null where it was, or none was given. */
  sentBackThere: z.string().nullable(),
  answers: z.array(answerView),
  closedAt: instant.nullable(),
  closedBy: z.string().nullable(),
  evidence: z.string(),
  evidenceFiles: z.array(fileView),
  abilities: z.array(z.enum(['answer', 'send-back', 'close', 'take-up', 'dismiss'])),
});

export const listLevels = route({
  method: 'GET',
  path: '/supervision/levels',
  summary: 'The ladder of supervision as this city has it',
  reply: z.object({
    rows: z.array(
      z.object({
        code: z.enum(supervisionLevels),
        name: z.string(),
        triggers: z.array(z.enum(supervisionTriggers)),
        instruments: z.array(z.enum(instruments)),
        replyLimit: z.string().nullable(),
      }),
    ),
  }),
});

export const listSupervisions = route({
  method: 'GET',
  path: '/supervision',
  summary: 'Supervisions in a state, the most pressing first',
  query: z.object({
    box: z.enum(supervisionBoxes).optional(),
    level: z.enum(askedLevels).optional(),
    cursor: cursor.optional(),
  }),
  reply: page(z.object({ order: orderRow, supervision: brief })),
});

export const exportBody = z.object({
  box: z.enum(supervisionBoxes),
  level: z.enum(askedLevels).optional(),
  purpose: z.string().trim().min(2).max(200),
});

export const readSupervision = route({
  method: 'GET',
  path: '/supervision/orders/:orderId',
  summary: 'Warnings and supervisions of one order, the latest first',
  params: onOrder,
  reply: z.object({
    supervisions: z.array(view),
    warnings: z.array(
      z.object({ point: z.enum(warningPoints), unit: unitBrief, at: instant, dueAt: instant }),
    ),
    /** The last holder, whom a supervision reaches; null while nobody holds the order. */
    holder: unitBrief.nullable(),
    /** Levels this person may give the order now, and by which instruments. */
    mayGive: z.array(
      z.object({ level: z.enum(writtenLevels), instruments: z.array(z.enum(instruments)) }),
    ),
    mayUrge: z.boolean(),
  }),
});

export const urgeOrder = route({
  method: 'POST',
  path: '/supervision/orders/:orderId/urge',
  summary: 'Urge whoever holds the order last (催办); an answer in four working hours',
  params: onOrder,
  body: z.object({ words: z.string().trim().max(300).default('') }),
  reply: z.object({ answerDueAt: instant.nullable() }),
});

export const urgeMany = route({
  method: 'POST',
  path: '/supervision/urge-many',
  summary: 'Urge many orders at once; each has its own result',
  body: z.object({
    orderIds: z.array(id).min(1).max(mostUrgedAtOnce),
    words: z.string().trim().max(300).default(''),
  }),
  reply: z.object({
    results: z.array(z.object({ orderId: id, why: z.string().nullable() })),
  }),
});

export const supervise = route({
  method: 'POST',
  path: '/supervision/orders/:orderId/supervise',
  summary: 'Supervise an order (督办): its last holder is reached, every level between informed',
  params: onOrder,
  body: z.object({
    level: z.enum(writtenLevels),
    instrument: z.enum(instruments),
    reason: words,
    demands: words,
    /** Who goes there, or whom the matter is handed to: of a site visit and a transfer. */
    toUnit: unitCode.optional(),
    /** 批示领导: by the post, of a leader's note. */
    leader: z.string().trim().min(2).max(60).optional(),
    /** The proposal this takes up. */
    proposalNo: z.number().int().min(1).optional(),
  }),
  reply: z.object({ no: z.number().int(), unit: unitBrief, answerDueAt: instant.nullable() }),
});

export const dismissProposal = route({
  method: 'POST',
  path: '/supervision/orders/:orderId/:no/dismiss',
  summary: 'A proposed supervision is not needed, and why',
  params: onOne,
  body: z.object({ words }),
  reply: done,
});

export const answerSupervision = route({
  method: 'POST',
  path: '/supervision/orders/:orderId/:no/answer',
  summary: 'The unit answers, with what proves it',
  params: onOne,
  body: z.object({ words, fileIds }),
  reply: done,
});

export const sendBackAnswer = route({
  method: 'POST',
  path: '/supervision/orders/:orderId/:no/send-back',
  summary: 'The answer is not enough: why, and the limit begins anew',
  params: onOne,
  body: z.object({ words }),
  reply: z.object({ answerDueAt: instant.nullable() }),
});

export const closeSupervision = route({
  method: 'POST',
  path: '/supervision/orders/:orderId/:no/close',
  summary: 'End a supervision with its own evidence, by somebody outside the unit (销号)',
  params: onOne,
  body: z.object({ words, fileIds }),
  reply: done,
});

export const supervisionRefusals = {
  'supervision.nobody-holds': [409, '这件工单现在没有单位在办理,不能催办或督办,请先派单。'],
  'supervision.only-rises': [409, '这件工单已经到过{level},督办只能升级,请选择更高的级别。'],
  'supervision.other-instrument': [422, '{level}不用这种方式,请从列出的方式中选择。'],
  'supervision.confined': [
    422,
    '专人专办的工单不发公文、不派人核查、不公开,请改用系统督办、约谈或领导批示,只送达指定办理人。',
  ],
  'supervision.nobody-named': [
    409,
    '承办单位还没有指定办理人,领导批示无人可交。请先请单位指定办理人,或改用系统督办。',
  ],
  'supervision.not-below': [
    403,
    '县区分中心只能催办、督办下级单位。这件工单不在下级单位手里,需要督办请报市中心。',
  ],
  'supervision.by-centre': [403, '县区分中心可以催办和书面督办,{level}请报市中心决定。'],
  'supervision.visitor-needed': [422, '现场督办请选择由哪个单位去现场核查。'],
  'supervision.transfer-needed': [422, '请选择移送给哪个单位。'],
  'supervision.leader-needed': [422, '请填写作出批示的领导(写职务)。'],
  'supervision.by-director': [403, '{level}由中心主任决定,请向主任提出。'],
  'supervision.stale': [409, '这条督办已是“{state}”,请刷新页面后再操作。'],
  'supervision.no-such': [404, '没有这条督办,或者您无权查看。'],
  'supervision.not-yours': [403, '这条督办发给了{unit},由该单位反馈。'],
  'supervision.own-unit': [403, '被督办单位不能给自己销号,请由中心核实后销号。'],
  'supervision.unanswered': [409, '单位还没有反馈,不能销号;如已到期未反馈,请升级督办。'],
  'supervision.too-many': [422, '一次最多导出 {limit} 条督办,请选一个级别再导出。'],
  'supervision.urged-now': [409, '刚催办过,单位还在{due}的反馈时限内,请到期后再催。'],
} as const;
