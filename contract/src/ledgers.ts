import { z } from 'zod';
import { newSite, stateCode } from './ledger-sites.ts';
import { route } from './route.ts';
import {
  areaCode,
  cursor,
  day,
  done,
  id,
  instant,
  matterCode,
  orderRow,
  page,
  point,
  unitBrief,
  unitCode,
} from './shapes.ts';
import { ledgerBoxes, likeReasons, moveHands, moveNeeds } from './words/ledgers.ts';

const ledgerParams = z.object({ ledgerId: id });
const words = z.string().trim().min(4).max(1000);
const some = z.number().int();

/** 推进路径 of a class of places, as the city's data says it. The first state begins, the last ends. */
const path = z.object({
  code: z.string(),
  name: z.string(),
  states: z.array(z.object({ code: stateCode, name: z.string() })),
  moves: z.array(
    z.object({
      from: stateCode,
      to: stateCode,
      hand: z.enum(moveHands),
      needs: z.array(z.enum(moveNeeds)),
    }),
  ),
});

export const listPaths = route({
  method: 'GET',
  path: '/ledgers/paths',
  summary: 'Classes of places and the states a place of each goes through',
  reply: z.object({ rows: z.array(path) }),
});

/** 最多一次列出的工单. */
export const mostProposed = 200;

export const searchAlike = route({
  method: 'POST',
  path: '/ledgers/search',
  summary: 'Orders that speak of the same thing in an area, gathered by place, with reasons',
  body: z.object({
    /** What it begins from: a closed order, or a ledger that is looked up again. */
    orderId: id.optional(),
    ledgerId: id.optional(),
    /** One to three words, parted by blanks; each is looked for by itself. */
    words: z.string().trim().max(60),
    areaCode,
    days: z.number().int().min(7).max(730),
  }),
  reply: z.object({
    matterCode,
    matterName: z.string(),
    places: z.array(
      z.object({
        address: z.string(),
        areaCode,
        areaName: z.string(),
        point: point.nullable(),
        orders: z.array(orderRow.extend({ reasons: z.array(z.enum(likeReasons)) })),
        /** 已在台账的点位 at this place. */
        site: z.object({ id, no: some, address: z.string() }).nullable(),
      }),
    ),
    orders: some,
    shownCap: some,
    isCut: z.boolean(),
  }),
});

export const foundLedger = route({
  method: 'POST',
  path: '/ledgers',
  summary: 'Found a ledger of places from a closed order (由点及面)',
  body: z.object({
    orderId: id,
    name: z.string().trim().min(4).max(60),
    path: z.string().max(40),
    words: z.string().trim().max(60),
    areaCode,
    unit: unitCode,
    planOn: day,
    sites: z.array(newSite).min(1).max(100),
  }),
  reply: z.object({ ledgerId: id }),
});

const ledgerSums = z.object({
  sites: some,
  /** 已推进: moved on from the first state, or ended. */
  advanced: some,
  closed: some,
  writtenOff: some,
  /** 逾期未销账. */
  late: some,
});

const ledgerRow = z.object({
  id,
  name: z.string(),
  matterCode,
  matterName: z.string(),
  areaName: z.string(),
  pathName: z.string(),
  unit: unitBrief,
  planOn: day,
  foundedAt: instant,
  closedAt: instant.nullable(),
  sums: ledgerSums,
});

export const listLedgers = route({
  method: 'GET',
  path: '/ledgers',
  summary: 'Ledgers this person may see, the latest first',
  query: z.object({ box: z.enum(ledgerBoxes), cursor: cursor.optional() }),
  reply: page(ledgerRow),
});

/** 周进度 at the end of a week of the city, or now. Of sites that are not written off. */
const week = z.object({
  weekOn: day,
  sites: some,
  advanced: some,
  closed: some,
  writtenOff: some,
  /** 同一事项、同一区域本周的诉求 since it was founded, and how many of them say it again; null: the centre's to read. */
  appeals: some.nullable(),
  repeats: some.nullable(),
});

export const readLedger = route({
  method: 'GET',
  path: '/ledgers/:ledgerId',
  summary: 'One ledger: what it is about, week by week, the orders it began with',
  params: ledgerParams,
  reply: ledgerRow.extend({
    areaCode,
    words: z.string(),
    path,
    fromOrder: z.object({ id, orderNo: z.string(), mayOpen: z.boolean() }),
    foundedBy: z.string(),
    /** 基线: the twelve weeks before it was founded. */
    baseline: z.object({ weeks: some, appeals: some, repeats: some, isCut: z.boolean() }),
    /** 立账以来, or of the weeks shown; null: the centre's to read. */
    since: z.object({ days: some, appeals: some, repeats: some, isCut: z.boolean() }).nullable(),
    weeks: z.array(week),
    byState: z.array(z.object({ code: z.string(), name: z.string(), sites: some })),
    linkedOrders: some,
    toldOrders: some,
    closing: z.object({ by: z.string(), words: z.string() }).nullable(),
    can: z.object({ lead: z.boolean(), close: z.boolean() }),
  }),
});

export const closeLedger = route({
  method: 'POST',
  path: '/ledgers/:ledgerId/close',
  summary: 'Close a ledger whose sites are all closed or written off',
  params: ledgerParams,
  body: z.object({ words }),
  reply: done,
});

export const ledgerRefusals = {
  'ledgers.no-such-ledger': [404, '没有找到这本台账。'],
  'ledgers.no-such-site': [404, '没有找到这个点位。'],
  'ledgers.no-such-path': [422, '没有这一类点位的推进路径。'],
  'ledgers.not-closed': [409, '由点及面从已办结的工单开始,这件工单还在办理。'],
  'ledgers.secret-order': [422, '保密工单不列入台账:台账各单位都看得到。'],
  'ledgers.nothing-asked': [422, '请从一件工单或一本台账开始查找。'],
  'ledgers.over': [409, '这本台账已经办结,不能再改。'],
  'ledgers.ended': [409, '这个点位已经销账或核销,不能再改。'],
  'ledgers.past-day': [422, '计划完成日已经过去,请选今天或以后。'],
  'ledgers.same-address': [409, '台账里已有这个地址:{address}。'],
  'ledgers.no-such-move': [409, '点位现在是“{state}”,不能直接转到所选的一步,请刷新后查看。'],
  'ledgers.photo-needed': [422, '这一步要有现场照片,请先添加照片。'],
  'ledgers.talk-needed': [422, '这一步要先有沟通记录。'],
  'ledgers.plan-needed': [422, '这一步要先填计划完成日。'],
  'ledgers.own-check': [403, '销账由没有办理过这个点位的人核查,请另一位同事来办。'],
  'ledgers.visit-not-there': [422, '所选的现场核查没有完成,或核查结果不支持销账。'],
  'ledgers.future-day': [422, '沟通日期不能晚于今天。'],
  'ledgers.not-linked': [409, '这件工单没有挂在这个点位上,请刷新后查看。'],
  'ledgers.no-contact': [404, '这个点位没有登记联系人。'],
  'ledgers.sites-open': [409, '还有 {count} 个点位没有销账或核销,台账不能办结。'],
  'ledgers.no-sheet': [422, '文件不是按模板填写的 xlsx 表,请下载模板填写。'],
  'ledgers.too-many-rows': [422, '一次最多导入 {limit} 行,请分几次导入。'],
  'ledgers.rows-refused': [422, '有 {count} 行不能导入,一行也没有存,请改好后重新导入。'],
  'ledgers.too-many': [422, '一次最多导出 {limit} 个点位。'],
} as const;
