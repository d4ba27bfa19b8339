import { z } from 'zod';
import { route } from './route.ts';
import { areaCode, done, matterCode, unitCode } from './shapes.ts';
import { ownUnitKinds } from './words/branches.ts';

export const branchRefusals = {
  'branches.not-a-county': [404, '没有这个县区。'],
  'branches.outside': [422, '“{name}”不在本县区范围内。'],
  'branches.name-taken': [409, '本县区已有名为“{name}”的单位。'],
  'branches.not-own': [404, '没有找到本县区自己设立的这一条。'],
  'branches.busy': [409, '“{name}”还有 {count} 件未办完的任务,办完或改派后才能停用。'],
  'branches.has-below': [409, '“{name}”下面还有单位,请先停用下级单位。'],
  'branches.not-to-change': [
    422,
    '这个事项由{unit}负责,县区不能改派。需要调整时,请通过争议裁定提出目录增补。',
  ],
  'branches.row-there': [409, '本县区对这个事项和区域已有一条规则,请先停用原来的。'],
} as const;

const reason = z.string().trim().min(4).max(200);

const ownUnit = z.object({
  code: unitCode,
  name: z.string(),
  kind: z.enum(ownUnitKinds),
  parentName: z.string(),
  areaName: z.string(),
  /** 'YYYY-MM-DD', its last day; null while it stands. */
  validTo: z.string().nullable(),
});
const ownRow = z.object({
  id: z.string(),
  matter: matterCode,
  matterName: z.string(),
  areaName: z.string(),
  leadName: z.string(),
  basis: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  why: z.string().nullable(),
});

export const branch = route({
  method: 'GET',
  path: '/branches/:county',
  summary: 'What a county keeps itself: units it added, rows of the catalogue of its own',
  params: z.object({ county: unitCode }),
  reply: z.object({
    county: z.object({ code: unitCode, name: z.string(), area: areaCode }),
    units: z.array(ownUnit),
    rows: z.array(ownRow),
    shownCap: z.number().int(),
    can: z.object({ keep: z.boolean(), end: z.boolean() }),
  }),
});

export const listBranches = route({
  method: 'GET',
  path: '/branches',
  summary: 'The counties one may look at, one’s own first',
  reply: z.object({ rows: z.array(z.object({ code: unitCode, name: z.string() })) }),
});

export const addOwnUnit = route({
  method: 'POST',
  path: '/branches/:county/units',
  summary: 'Add a unit below the county: it takes orders from now on',
  params: z.object({ county: unitCode }),
  body: z.object({
    parent: unitCode,
    kind: z.enum(ownUnitKinds),
    name: z.string().trim().min(2).max(40),
    short: z.string().trim().min(2).max(12),
    area: areaCode,
  }),
  reply: z.object({ code: unitCode }),
});

export const closeOwnUnit = route({
  method: 'POST',
  path: '/branches/:county/units/:unit/close',
  summary: 'Close a unit the county added, once nothing waits with it',
  params: z.object({ county: unitCode, unit: unitCode }),
  body: z.object({}),
  reply: done,
});

export const addOwnRow = route({
  method: 'POST',
  path: '/branches/:county/rows',
  summary: 'Say which unit of the county leads a matter in a part of it',
  params: z.object({ county: unitCode }),
  body: z.object({ matter: matterCode, area: areaCode, lead: unitCode, basis: reason }),
  reply: z.object({ id: z.string() }),
});

export const endOwnRow = route({
  method: 'POST',
  path: '/branches/:county/rows/:row/end',
  summary: 'End a row of the county’s own; the centre may as well',
  params: z.object({ county: unitCode, row: z.string().max(60) }),
  body: z.object({ why: reason }),
  reply: done,
});
