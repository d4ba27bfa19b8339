import { z } from 'zod';
import { route } from './route.ts';
import { areaCode, cursor, day, done, id, instant, matterCode, orderNo, page } from './shapes.ts';
import {
  comparisonVerdicts,
  forecastStates,
  proactiveTriggers,
  signalKinds,
  tellingAudiences,
  tellingChannels,
  tellingStates,
  warningLevels,
} from './words/foresight.ts';
import { orderStatuses, urgencies } from './words/order.ts';

const forecastParams = z.object({ forecastId: id });
const tellingParams = z.object({ tellingId: id });
/** A county: what is counted together with a matter. */
const county = z.string().regex(/^\d{6}$/);
const matterPrefix = z.string().regex(/^\d{2}(\d{2}(\d{2})?)?$/);
const reason = z.string().trim().min(4).max(500);

/** 最长预测: further ahead nothing was tested. */
export const longestForecastDays = 14;
/** 最早几天后开始, 最迟几天后开始. */
export const latestBeginDays = 14;

const band = z.object({ expected: z.number(), low: z.int(), high: z.int() });
const bandDay = band.extend({ on: day, feast: z.string().nullable(), signals: z.array(id) });

const forecastRow = z.object({
  id,
  name: z.string(),
  county,
  countyName: z.string(),
  controlCounty: county,
  controlName: z.string(),
  matters: z.array(z.object({ code: z.string(), name: z.string() })),
  fromOn: day,
  untilOn: day,
  state: z.enum(forecastStates),
  askedAt: instant,
  askedBy: z.string(),
  band: band.nullable(),
});

export const listForecasts = route({
  method: 'GET',
  path: '/foresight/forecasts',
  summary: 'Forecasts of matters at a county over a period, the latest first',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(forecastRow).extend({ can: z.object({ work: z.boolean() }) }),
});

export const askForecast = route({
  method: 'POST',
  path: '/foresight/forecasts',
  summary: 'Ask for a forecast and say its control county, before the period begins (预测)',
  body: z.object({
    name: z.string().trim().min(2).max(60),
    county,
    controlCounty: county,
    matters: z.array(matterPrefix).min(1).max(10),
    fromOn: day,
    untilOn: day,
  }),
  reply: z.object({ forecastId: id }),
});

const tested = z.object({
  days: z.int(),
  daysInside: z.int(),
  periods: z.int(),
  periodsInside: z.int(),
});

/** 外部信息的影响: what days with such a signal brought so far against what was expected of them. */
const effect = z.object({
  about: z.string(),
  aboutName: z.string(),
  days: z.int(),
  seen: z.int(),
  expected: z.number(),
  /** 1 where too few such days are known. */
  factor: z.number(),
});

export const forecastContent = z.object({
  days: z.array(bandDay),
  control: z.object({ days: z.array(bandDay), total: band, tested }),
  tested,
  lastYear: z
    .object({
      fromOn: day,
      untilOn: day,
      /** By which holiday it was aligned; null: by the weekday. */
      feast: z.string().nullable(),
      seen: z.int(),
    })
    .nullable(),
  knownSince: day,
  effects: z.array(effect),
  spots: z.array(z.object({ issueId: id, orderId: id, areaCode, orders: z.int() })),
});

/** What a forecast keeps has no words of anybody: a spot is called as its order is now. */
const forecastShown = forecastContent.extend({
  spots: z.array(forecastContent.shape.spots.element.extend({ title: z.string() })),
});

const comparison = z.object({
  no: z.int(),
  at: instant,
  by: z.string(),
  actual: z.int(),
  controlActual: z.int(),
  /** 预测 of both counties. */
  expected: z.number(),
  low: z.int(),
  high: z.int(),
  controlExpected: z.number(),
  /** 按对照县修正: expected here, had it gone here as it went in the control county. */
  asControl: z.number().nullable(),
  verdict: z.enum(comparisonVerdicts),
  days: z.array(z.object({ on: day, actual: z.int(), control: z.int() })),
  isCapped: z.boolean(),
  proactive: z.int(),
  reached: z.int(),
});

const proactiveRow = z.object({
  orderId: id,
  orderNo,
  title: z.string(),
  status: z.enum(orderStatuses),
  areaName: z.string(),
  matterName: z.string(),
  trigger: z.enum(proactiveTriggers),
  basis: z.string(),
  openedAt: instant,
  openedBy: z.string(),
});

const telling = z.object({
  id,
  forecastId: id.nullable(),
  areaName: z.string(),
  audience: z.enum(tellingAudiences),
  channel: z.enum(tellingChannels),
  words: z.string(),
  state: z.enum(tellingStates),
  writtenAt: instant,
  writtenBy: z.string(),
  decided: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
  /** 送达合计. */
  reached: z.int(),
  deliveries: z.array(
    z.object({ no: z.int(), reached: z.int(), note: z.string(), at: instant, by: z.string() }),
  ),
  can: z.object({ decide: z.boolean(), deliver: z.boolean() }),
});

export const readForecast = route({
  method: 'GET',
  path: '/foresight/forecasts/:forecastId',
  summary: 'One forecast with its inputs, what was done about it and what came of it',
  params: forecastParams,
  reply: forecastRow.extend({
    madeAt: instant.nullable(),
    model: z.string().nullable(),
    content: forecastShown.nullable(),
    decided: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
    signals: z.array(
      z.object({
        id,
        kind: z.enum(signalKinds),
        aboutName: z.string(),
        level: z.enum(warningLevels).nullable(),
        source: z.string(),
        fromAt: instant,
        untilAt: instant,
      }),
    ),
    proactive: z.array(proactiveRow),
    tellings: z.array(telling),
    comparisons: z.array(comparison),
    can: z.object({
      confirm: z.boolean(),
      dismiss: z.boolean(),
      act: z.boolean(),
      compare: z.boolean(),
    }),
  }),
});

export const confirmForecast = route({
  method: 'POST',
  path: '/foresight/forecasts/:forecastId/confirm',
  summary: 'Confirm a forecast before its period begins; from then on it is measured against',
  params: forecastParams,
  body: z.object({ reason }),
  reply: done,
});

export const dismissForecast = route({
  method: 'POST',
  path: '/foresight/forecasts/:forecastId/dismiss',
  summary: 'Dismiss a forecast with a reason',
  params: forecastParams,
  body: z.object({ reason }),
  reply: done,
});

export const listCounted = route({
  method: 'GET',
  path: '/foresight/forecasts/:forecastId/orders',
  summary: 'The appeals behind a figure: of the county or the control county, of a day or of all',
  params: forecastParams,
  query: z.object({
    of: z.enum(['county', 'control']).default('county'),
    on: day.optional(),
    cursor: cursor.optional(),
  }),
  reply: page(
    z.object({
      orderId: id,
      orderNo,
      title: z.string(),
      status: z.enum(orderStatuses),
      matterName: z.string(),
      areaName: z.string(),
      at: instant,
    }),
  ),
});

/** 统计上限: of more appeals than this a comparison says that it stopped. */
export const mostCompared = 5000;

export const compareForecast = route({
  method: 'POST',
  path: '/foresight/forecasts/:forecastId/compare',
  summary: 'Compare predicted with actual appeals and with the control county; the run is kept',
  params: forecastParams,
  reply: z.object({ no: z.int() }),
});

export const openProactive = route({
  method: 'POST',
  path: '/foresight/orders',
  summary: 'Open an order nobody asked for: what brought it on and what it rests on (主动工单)',
  body: z.object({
    matterCode,
    areaCode,
    title: z.string().trim().max(60).default(''),
    content: z.string().trim().min(6).max(2000),
    address: z.string().trim().max(200).default(''),
    urgency: z.enum(urgencies).default('U3'),
    trigger: z.enum(proactiveTriggers),
    basis: z.string().trim().min(4).max(500),
    forecastId: id.optional(),
    signalId: id.optional(),
  }),
  reply: z.object({ orderId: id, orderNo }),
});

export const listProactive = route({
  method: 'GET',
  path: '/foresight/orders',
  summary: 'Proactive orders, the latest first',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(proactiveRow),
});

export const ofOrder = route({
  method: 'GET',
  path: '/foresight/orders/:orderId',
  summary: 'What a proactive order rests on; nothing for an appeal',
  params: z.object({ orderId: id }),
  reply: z.object({
    proactive: z
      .object({
        trigger: z.enum(proactiveTriggers),
        basis: z.string(),
        openedAt: instant,
        openedBy: z.string(),
        forecastId: id.nullable(),
        signalId: id.nullable(),
      })
      .nullable(),
  }),
});

export const listTellings = route({
  method: 'GET',
  path: '/foresight/notices',
  summary: 'Notices to residents and shops, the latest first',
  query: z.object({ cursor: cursor.optional() }),
  reply: page(telling).extend({ can: z.object({ write: z.boolean() }) }),
});

export const writeTelling = route({
  method: 'POST',
  path: '/foresight/notices',
  summary: 'Write a notice to residents or shops (告知); a second person approves it',
  body: z.object({
    forecastId: id.optional(),
    areaCode,
    audience: z.enum(tellingAudiences),
    channel: z.enum(tellingChannels),
    words: z.string().trim().min(10).max(1000),
  }),
  reply: z.object({ tellingId: id }),
});

export const decideTelling = route({
  method: 'POST',
  path: '/foresight/notices/:tellingId/decide',
  summary: 'Approve a notice, or decline it with a reason; never one’s own',
  params: tellingParams,
  body: z.object({ isApproved: z.boolean(), reason: z.string().trim().max(500).default('') }),
  reply: done,
});

export const deliverTelling = route({
  method: 'POST',
  path: '/foresight/notices/:tellingId/deliver',
  summary: 'Say how many an approved notice has reached, and how that is known',
  params: tellingParams,
  body: z.object({
    receivers: z.int().min(1).max(1_000_000),
    note: z.string().trim().min(2).max(200),
  }),
  reply: z.object({ reached: z.int() }),
});

export const foresightRefusals = {
  'foresight.no-such-forecast': [404, '没有找到这份预测。'],
  'foresight.same-county': [422, '对照县区要与预测的县区不同。'],
  'foresight.not-a-county': [422, '请选择县区。'],
  'foresight.window-begun': [409, '预测期从明天起才算提前,已经开始的不能再预测或确认。'],
  'foresight.window-too-long': [422, '预测期最长 {days} 天,且须在 {begin} 天内开始。'],
  'foresight.not-decidable': [409, '这份预测还没有算出,或已有人决定,请刷新页面。'],
  'foresight.not-confirmed': [409, '预测经确认后才能这样做。'],
  'foresight.window-not-over': [409, '预测期结束后才能比较({until} 之后)。'],
  'foresight.signal-needed': [422, '触发方式是外部信息时,要选一条外部信息。'],
  'foresight.forecast-needed': [422, '触发方式是预测时,要选一份预测。'],
  'foresight.no-such-notice': [404, '没有找到这份告知。'],
  'foresight.own-notice': [403, '起草人不能审批自己的告知,请由另一位同事审批。'],
  'foresight.notice-decided': [409, '这份告知已经审批过,请刷新页面。'],
  'foresight.reason-needed': [422, '不同意要写理由。'],
  'foresight.notice-not-approved': [409, '告知审批通过后才能登记送达。'],
} as const;
