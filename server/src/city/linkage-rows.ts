import { emergencyKinds } from '@minsheng/contract/words/emergency.ts';
import { signalKinds, warningLevels } from '@minsheng/contract/words/foresight.ts';
import { z } from 'zod';
import * as cell from './cells.ts';
import { marks } from './rows.ts';
import type { At } from './source.ts';

const mark = z.enum(marks);

/** 互转事项清单: one thing that the two lines agreed belongs to the other; in force once both have signed. */
export const linkageListRow = z.object({
  code: cell.slug,
  category: cell.text,
  item: cell.text,
  words: cell.alternatives,
  matter: cell.matterPrefix.nullable(),
  version: cell.text,
  signed12345: cell.maybeDay,
  signed110: cell.maybeDay,
  validFrom: cell.day,
  validTo: cell.maybeDay,
  mark,
});
export type LinkageListRow = At<z.infer<typeof linkageListRow>>;

/** 联动依据: the article each kind of linkage rests on. */
export const linkageBasisRow = z.object({
  act: z.enum(['transfer', 'response', 'consult', 'clue']),
  basis: cell.text,
  article: cell.text,
  mark,
});
export type LinkageBasisRow = At<z.infer<typeof linkageBasisRow>>;

/** 法定联动单位: a department of the city that the 110 regulation names, by slug. */
export const linkageUnitRow = z.object({ slug: cell.slug, name: cell.text, mark });
export type LinkageUnitRow = At<z.infer<typeof linkageUnitRow>>;

/** 应急联动组: who acts together in one kind of emergency. */
export const emergencyGroupRow = z.object({
  code: cell.slug,
  name: cell.text,
  kind: z.enum(emergencyKinds),
  units: cell.list,
  mark,
});
export type EmergencyGroupRow = At<z.infer<typeof emergencyGroupRow>>;

/** 外部信息类别: what no feed gives, which matters it brings, and from which level on an emergency group is proposed. */
export const signalKindRow = z.object({
  code: cell.slug,
  name: cell.text,
  kind: z.enum(signalKinds),
  group: cell.slug.nullable(),
  fromLevel: z.enum(warningLevels).nullable(),
  matters: cell.list,
  mark,
});
export type SignalKindRow = At<z.infer<typeof signalKindRow>>;
