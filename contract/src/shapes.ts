import { z } from 'zod';
import { assignmentRoles, assignmentStates, filePurposes, unitKinds } from './words/assignment.ts';
import { appealTypes, channels, orderStatuses, urgencies } from './words/order.ts';
import { askedLevels } from './words/supervision.ts';

/** Shapes several modules speak. Instants are ISO UTC strings, days 'YYYY-MM-DD', lists never null. */
export const instant = z.iso.datetime();
export const day = z.iso.date();
export const id = z.uuid();
export const done = z.object({ done: z.literal(true) });

/** Division or place code: city 6, county 6, town 9, village 12 digits. */
export const areaCode = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/);
export const matterCode = z.string().regex(/^\d{6}$/);
export const unitCode = z.string().regex(/^\d{6,12}(\.[a-z0-9-]+)?$/);
export const orderNo = z.string().regex(/^\d{6}-\d{8}-\d{6,9}$/);
export const queryCode = z.string().regex(/^[0-9A-HJ-NP-Z]{8}$/);
/** As typed: a mobile or landline number; stored encrypted, never sent in a URL. */
export const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d-]{5,20}$/);
/** 手机号, of somebody who works here. */
export const mobile = z.string().regex(/^1\d{10}$/);
/** 联系方式, looked at for a purpose that is kept. */
export const contactAsked = z.object({ purpose: z.string().trim().min(4).max(200) });
export const contactSeen = z.object({ name: z.string(), phone: z.string() });
export const cursor = z.string().max(200);

/** 导出行数上限: a longer list is refused with this number, never cut. */
export const mostExported = 5000;

export const point = z.object({
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
});

export const secrecy = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

/** Values of a matter's own fields by field code, checked against the city's data on the server. */
export const fieldValues = z.record(
  z.string(),
  z.union([z.string().max(2000), z.number(), z.boolean(), z.array(z.string().max(100))]),
);

export const fileView = z.object({
  id,
  name: z.string(),
  mime: z.string(),
  bytes: z.number().int(),
  purpose: z.enum(filePurposes),
  takenAt: instant.nullable(),
  point: point.nullable(),
  addedAt: instant,
  unitName: z.string().nullable(),
  /** False: what the camera wrote into it cannot be taken out, so that only the centre opens it. */
  mayOpen: z.boolean(),
});

/** 补充信息: what a unit wanted to know of the requester, and what it heard. */
export const infoRequest = z.object({
  askedAt: instant,
  unitName: z.string(),
  question: z.string(),
  /** `unanswered`: the pause ran out, or the order left the unit before anybody answered. */
  state: z.enum(['waiting', 'answered', 'unanswered']),
  answeredAt: instant.nullable(),
  answer: z.string().nullable(),
});
/** 补充: what the requester added by themselves. */
export const supplement = z.object({ at: instant, content: z.string() });

export const unitBrief = z.object({ code: unitCode, name: z.string(), kind: z.enum(unitKinds) });

/** One row of a desk of orders. No requester, ever. */
export const orderRow = z.object({
  id,
  orderNo: z.string(),
  status: z.enum(orderStatuses),
  type: z.enum(appealTypes),
  urgency: z.enum(urgencies),
  secrecy,
  channel: z.enum(channels),
  title: z.string(),
  matterCode,
  matterName: z.string(),
  areaName: z.string(),
  address: z.string(),
  acceptedAt: instant,
  /** Since when it stands where it stands. */
  statusSince: instant,
  dueAt: instant.nullable(),
  /** While the centre itself has it in hand: when this stage must be over. */
  stageDueAt: instant.nullable(),
  leadUnit: unitBrief.nullable(),
  issueId: id,
  appealsInIssue: z.number().int(),
  repeatNo: z.number().int(),
  claimedBy: z.string().nullable(),
  /** 自动派单: the present lead was not chosen by a person. */
  isAutoSent: z.boolean(),
  /** 正在督办: the highest level that runs. */
  supervised: z.enum(askedLevels).nullable(),
});

/** One row of a unit's desk. */
export const assignmentRow = z.object({
  orderId: id,
  assignmentId: id,
  orderNo: z.string(),
  role: z.enum(assignmentRoles),
  state: z.enum(assignmentStates),
  type: z.enum(appealTypes),
  urgency: z.enum(urgencies),
  secrecy,
  title: z.string(),
  matterName: z.string(),
  areaName: z.string(),
  address: z.string(),
  unit: unitBrief,
  sentAt: instant,
  signDueAt: instant.nullable(),
  stageReportDueAt: instant.nullable(),
  dueAt: instant.nullable(),
  isLate: z.boolean(),
  isAutoSent: z.boolean(),
  /** 正在督办: the highest level that runs. */
  supervised: z.enum(askedLevels).nullable(),
});

export const page = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: cursor.nullable(), shownCap: z.number().int() });
