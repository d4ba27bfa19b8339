import { nodeFamilies, nodeKinds } from '@minsheng/contract/words/nodes.ts';
import { roles } from '@minsheng/contract/words/roles.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

const mark = z.enum(marks);

/** 每年的日子, where they are the same every year: 05-01..05-05. */
const daysOfYear = z
  .string()
  .regex(/^(0[1-9]|1[0-2])-\d\d\.\.(0[1-9]|1[0-2])-\d\d$/)
  .nullable();

/** 重要节点: a holiday, an examination, a season or a great event that brings the same appeals every time. */
export const nodeRow = z.object({
  code: cell.slug,
  name: cell.text,
  kind: z.enum(nodeKinds),
  /** With which others it may be compared: the last of its family this year. */
  family: z.enum(nodeFamilies),
  days: daysOfYear,
  /** The window begins so many days before its first day and ends so many after its last. */
  before: cell.wholeNumber,
  after: cell.wholeNumber,
  areas: cell.list.pipe(z.array(cell.areaPrefix)),
  matters: cell.list.pipe(z.array(cell.matterPrefix)),
  owner: z.enum(roles),
  limitClass: cell.slug.nullable(),
  mark,
});
export type NodeRow = At<z.infer<typeof nodeRow>>;

/** 节点日期: the days of one year; they stand over those of every year. */
export const nodeDaysRow = z.object({
  year: z
    .string()
    .regex(/^20\d\d$/)
    .transform(Number),
  node: cell.slug,
  first: cell.day,
  last: cell.day,
  source: cell.text,
  mark,
});
export type NodeDaysRow = At<z.infer<typeof nodeDaysRow>>;
