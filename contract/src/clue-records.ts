import { z } from 'zod';
import { cluePeriod, clueWords } from './clues.ts';
import { purposes } from './orders.ts';
import { route } from './route.ts';
import { cursor, day, done, id, instant, orderRow, page } from './shapes.ts';
import { clueResults, clueSights, clueStates, contestedHows } from './words/clues.ts';

const some = z.number().int();

export const readFigures = route({
  method: 'GET',
  path: '/clues/figures',
  summary: 'Figures of the clues marked between two days; each opens to its clues',
  query: z.object(cluePeriod),
  reply: z.object({
    clues: some,
    filed: some,
    verified: some,
    penaltyFen: some,
    receipts: z.object({ due: some, kept: some, late: some }),
    feedback: z.object({ named: some, told: some, toTell: some, anonymous: some }),
    byKind: z.array(
      z.object({
        kind: z.string(),
        kindName: z.string(),
        clues: some,
        filed: some,
        verified: some,
      }),
    ),
  }),
});

export const readAudit = route({
  method: 'GET',
  path: '/clues/audit',
  summary:
    'Who read who asked of the orders behind clues in a month, and what for; who saw the clues themselves, and to whom they went',
  query: z.object({ month: z.string().regex(/^\d{4}-\d{2}$/) }),
  reply: z.object({
    month: z.string(),
    /** Orders a clue hangs on, as of now. */
    orders: some,
    reads: some,
    /** 无目的读取: must be zero. */
    withoutPurpose: some,
    rows: z.array(
      z.object({
        at: instant,
        orderId: id,
        orderNo: z.string().nullable(),
        clueNo: z.string(),
        by: z.string(),
        unitName: z.string(),
        purpose: z.enum(purposes).nullable(),
      }),
    ),
    /** 谁看过线索: packs opened, photos opened, clues handed over, once a person, clue and day. */
    seen: z.object({
      count: some,
      rows: z.array(
        z.object({
          kind: z.enum(clueSights),
          at: instant,
          times: some,
          clueNo: z.string(),
          by: z.string(),
          unitName: z.string(),
          /** To whom it was handed. */
          toUnitName: z.string().nullable(),
        }),
      ),
    }),
    shownCap: some,
  }),
});

const subjectRow = z.object({
  id,
  name: z.string(),
  areaName: z.string(),
  /** 查实线索, without those taken out after a contest. */
  verified: some,
  open: some,
  notTrue: some,
  contests: some,
});

export const listSubjects = route({
  method: 'GET',
  path: '/clues/subjects',
  summary: 'Subjects of clues, those with the latest clue first',
  query: z.object({
    words: z.string().trim().max(60).optional(),
    contested: z.enum(['open']).optional(),
    cursor: cursor.optional(),
  }),
  reply: page(subjectRow),
});

const aboutSubject = z.object({
  id,
  no: z.string(),
  kindName: z.string(),
  state: z.enum(clueStates),
  result: z.enum(clueResults).nullable(),
  markedOn: day,
  counts: z.boolean(),
});

export const readSubject = route({
  method: 'GET',
  path: '/clues/subjects/:subjectId',
  summary: 'One subject: its record, and what it contested',
  params: z.object({ subjectId: id }),
  reply: subjectRow.extend({
    contestRows: z.array(
      z.object({
        id,
        clueNo: z.string(),
        how: z.enum(contestedHows),
        words: z.string(),
        askedBy: z.string(),
        askedAt: instant,
        upheld: z.boolean().nullable(),
        decision: z.string().nullable(),
        decidedBy: z.string().nullable(),
        canDecide: z.boolean(),
      }),
    ),
  }),
});

export const listSubjectClues = route({
  method: 'GET',
  path: '/clues/subjects/:subjectId/clues',
  summary: 'The clues about a subject, the latest first, and which of them count in its record',
  params: z.object({ subjectId: id }),
  query: z.object({ cursor: cursor.optional() }),
  reply: page(aboutSubject.extend({ canContest: z.boolean() })),
});

const ofMechanism = z.object({
  code: z.string(),
  name: z.string(),
  hasJoint: z.boolean(),
  /** Of the last 365 days. */
  orders: some,
  open: some,
  /** 计入档案; null where the mechanism keeps no record. */
  counted: some.nullable(),
  /** More than are looked up. */
  isCut: z.boolean(),
  /** Counted, but not for this person to read. */
  hidden: some,
  rows: z.array(
    z.object({
      order: orderRow,
      /** As what it is named. */
      labels: z.array(z.string()),
      values: z.array(z.object({ code: z.string(), label: z.string(), value: z.string() })),
      isOnJointList: z.boolean(),
      counts: z.boolean().nullable(),
    }),
  ),
});

export const wholeSubject = route({
  method: 'GET',
  path: '/subjects',
  summary:
    'A shop or company by its name: orders of mechanisms, clues and ledger sites, each part for whom it is',
  query: z.object({ name: z.string().trim().min(2).max(200) }),
  reply: z.object({
    name: z.string(),
    /** Null, here and below: not for this person. */
    mechanisms: z.array(ofMechanism).nullable(),
    clues: z.array(subjectRow.extend({ clues: z.array(aboutSubject) })).nullable(),
    /** Tied to those orders. */
    sites: z
      .array(
        z.object({
          siteId: id,
          ledgerId: id,
          ledgerName: z.string(),
          no: some,
          address: z.string(),
          stateName: z.string(),
        }),
      )
      .nullable(),
    shownCap: some,
    /** Of each name the latest so many; its record lists them all. */
    clueCap: some,
    siteCap: some,
  }),
});

export const contestRecord = route({
  method: 'POST',
  path: '/clues/subjects/:subjectId/contests',
  summary: 'Write down that a subject contests a verified clue in its record',
  params: z.object({ subjectId: id }),
  body: z.object({ clueId: id, how: z.enum(contestedHows), words: clueWords }),
  reply: z.object({ contestId: id }),
});

export const decideContest = route({
  method: 'POST',
  path: '/clues/contests/:contestId/decide',
  summary: 'Decide on it, by another person; upheld, the clue no longer counts',
  params: z.object({ contestId: id }),
  body: z.object({ upheld: z.boolean(), words: clueWords }),
  reply: done,
});

export const clueRefusals = {
  'clues.no-such-clue': [404, '没有找到这条线索。'],
  'clues.no-such-kind': [422, '没有这一类线索。'],
  'clues.no-such-photo': [404, '没有找到这张照片,请刷新后查看。'],
  'clues.photos-only': [
    422,
    '线索材料只收照片;录音、录像和文档扫描不了个人信息,请把内容写进线索。',
  ],
  'clues.order-needed': [403, '没有工单的线索由分析员或中心主任登记,请从工单上标记。'],
  'clues.stale': [409, '这条线索现在是“{state}”,不能这样办理,请刷新后查看。'],
  'clues.reporter-words': [422, '这是诉求人的信息,不能留在线索里,请改写。'],
  'clues.not-found': [422, '线索里没有扫描到这几个字,请刷新后查看。'],
  'clues.scan-finds': [409, '线索里还有 {count} 处可能是个人信息,先逐处改写或说明理由。'],
  'clues.photos-unseen': [409, '还有 {count} 张照片没有看过,先逐张确认看不出是谁反映的。'],
  'clues.own-pack': [403, '线索由整理人以外的同事签发。'],
  'clues.into-itself': [422, '不能并入自己。'],
  'clues.unit-knows': [422, '{unit}承办过来源工单,一看线索就能对上诉求人,请选另一个有权单位。'],
  'clues.no-office': [422, '{unit}不是查办线索的单位,请选有执法职责的部门。'],
  'clues.check-planned': [409, '已经安排联合检查,不能撤回:先取消还没有做的检查,或等承办单位报结。'],
  'clues.sent-before': [409, '{unit}已经说明不受理,请选另一个单位。'],
  'clues.not-yours': [403, '这一步由受理线索的单位办理。'],
  'clues.reason-needed': [422, '请说明理由,至少四个字。'],
  'clues.no-such-check': [404, '没有找到这次检查。'],
  'clues.check-reported': [409, '这一处的检查结果已经填报。'],
  'clues.visit-open': [409, '现场核查还没有完成,完成后再填检查结果。'],
  'clues.case-needed': [422, '立案查处的要填案号。'],
  'clues.case-unwanted': [422, '没有立案的不填案号和罚没金额。'],
  'clues.checks-open': [409, '还没有检查,或还有检查没有填报结果,不能报结。'],
  'clues.not-a-source': [404, '这件工单不是这条线索的来源。'],
  'clues.not-closed': [409, '线索办结以后才向诉求人反馈。'],
  'clues.nobody-to-tell': [422, '这件工单是匿名反映的,没有可以反馈的人。'],
  'clues.no-phone': [422, '诉求人没有留电话,请选电话以外的方式。'],
  'clues.tells-who': [422, '反馈里有个人信息:{found},请改写。'],
  'clues.own-feedback': [403, '反馈由撰写人以外的同事审定。'],
  'clues.no-feedback': [409, '没有待审定的反馈,请刷新后查看。'],
  'clues.told': [409, '已经反馈过了。'],
  'clues.no-such-subject': [404, '没有找到这个对象。'],
  'clues.nothing-to-contest': [409, '只有计入档案的查实线索可以提异议,一条线索一次只审一个异议。'],
  'clues.no-such-contest': [404, '没有找到这个异议。'],
  'clues.contest-decided': [409, '这个异议已经作出决定。'],
  'clues.own-contest': [403, '异议由登记人以外的同事决定。'],
} as const;
