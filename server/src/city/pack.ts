import type { Mechanism } from '@minsheng/contract/mechanism-data.ts';
import { officialZone } from '@minsheng/contract/words/zone.ts';
import { z } from 'zod';
import type {
  CountingRuleRow,
  PeerGroupRow,
  SatisfactionRow,
  TargetRow,
} from './assessment-rows.ts';
import type { BriefTemplateRow } from './brief-templates.ts';
import * as cell from './cells.ts';
import type { ClueKindRow } from './clue-rows.ts';
import type {
  CatalogueRow,
  DispositionRow,
  FieldSet,
  KnowledgeEntry,
  QuestionRow,
  ReplyForm,
} from './guidance-rows.ts';
import type { LedgerPathRow } from './ledger-paths.ts';
import type { LetterTemplateRow } from './letter-templates.ts';
import type {
  EmergencyGroupRow,
  LinkageBasisRow,
  LinkageListRow,
  LinkageUnitRow,
  SignalKindRow,
} from './linkage-rows.ts';
import type { CodeMapRow, NetRow } from './net-rows.ts';
import type { NodeDaysRow, NodeRow } from './node-rows.ts';
import type { NoticeHoursRow, NoticeRuleRow } from './notice-rows.ts';
import type { PublicServiceRow } from './public-services.ts';
import type { RegulationArticleRow, RegulationRow } from './regulation-rows.ts';
import type { RetentionRow } from './retention-rows.ts';
import type {
  AliasRow,
  AreaRow,
  CalendarRow,
  CalmWordsRow,
  CentreLimitRow,
  DangerExampleRow,
  DangerKindRow,
  DangerWordsRow,
  DutyRow,
  EverydayWordsRow,
  LimitRow,
  LimitRuleRow,
  LineRow,
  MatterRow,
  StatutoryRow,
  TriggerRow,
  UnitRow,
} from './rows.ts';
import { marks } from './rows.ts';
import type { SeriousRow } from './serious-rules.ts';
import type { At, Problem } from './source.ts';
import type { SupervisionLevelRow } from './supervision-levels.ts';
import type { VisitChecklistRow } from './visit-checklists.ts';

/** 城市概况: what is said once about a city. */
export const cityFacts = z.object({
  code: z.string().regex(/^\d{6}$/),
  cityId: z.number().int().min(1000).max(9999),
  name: z.string().min(1),
  short: z.string().min(1),
  province: z.string().min(1),
  zone: z.literal(officialZone),
  rootUnit: cell.unitCode,
  centreUnit: cell.unitCode,
  /** 未分类: the matter of words that no other claims, until a person has read them. */
  unsortedMatter: cell.matterCode,
  /** 险情兜底: who is sent when the catalogue names nobody for an emergency. */
  emergency: z.object({ lead: cell.unitCode, linkage: z.array(cell.unitCode).min(1) }),
  hotlineName: z.string().min(1),
  hotlineSince: cell.day.nullable(),
  languages: z.array(z.string().min(1)).min(1),
  /** 夜间, for rows of the catalogue and triggers whose time is `night`. */
  night: z.object({ from: cell.clockTime, to: cell.clockTime }),
  /** 考试时段, for rows whose time is `exam`. */
  examDays: z.array(
    z.object({ name: z.string().min(1), from: cell.day, to: cell.day, mark: z.enum(marks) }),
  ),
  /** Where the map opens. */
  centre: z.object({ lng: z.number(), lat: z.number() }),
  /** Words of this city the tokeniser should keep whole. */
  dictionary: z.array(z.string().min(1)),
});
export type CityFacts = At<z.infer<typeof cityFacts>>;

/** 办公时间: effective-dated; a season that wraps over new year runs from autumn to spring. */
export const officeHoursRow = z.object({
  validFrom: cell.day,
  season: z.object({ from: cell.monthDay, to: cell.monthDay }).nullable(),
  weekdays: z.array(z.number().int().min(1).max(7)).min(1),
  spans: z.array(z.tuple([cell.clockTime, cell.clockTime])).min(1),
  source: z.string().min(1),
  mark: z.enum(marks),
});
export type OfficeHoursRow = At<z.infer<typeof officeHoursRow>>;

/** 短信与通知模板, with `{order_no}`-like place-holders. */
export type MessageRow = At<{ readonly name: string; readonly words: string }>;

/** 演示人员所在单位: one line from a county down to a village. */
export const demoUnits = z.object({
  county: cell.unitCode,
  countyDepartment: cell.unitCode,
  township: cell.unitCode,
  village: cell.unitCode,
});
export type DemoUnits = At<z.infer<typeof demoUnits>>;

/** 导入映射, as far as it speaks of the city: where an imported row goes that names no matter. */
export const importMapping = z.object({
  name: z.string().min(1),
  defaults: z.object({ matter: cell.matterCode }),
});
export type ImportMapping = At<z.infer<typeof importMapping>>;

/** Everything one city is, common rows and its own merged; `problems` are the rows that could not be read. */
export interface CityPack {
  /** Folder name: `zhangzhou`, `hami`. */
  readonly name: string;
  readonly facts: CityFacts | null;
  readonly areas: readonly AreaRow[];
  readonly aliases: readonly AliasRow[];
  readonly units: readonly UnitRow[];
  readonly duty: readonly DutyRow[];
  readonly matters: readonly MatterRow[];
  readonly limits: readonly LimitRow[];
  readonly limitRules: readonly LimitRuleRow[];
  readonly statutoryLimits: readonly StatutoryRow[];
  readonly centreLimits: readonly CentreLimitRow[];
  readonly seriousRules: readonly SeriousRow[];
  readonly supervisionLevels: readonly SupervisionLevelRow[];
  readonly publicServices: readonly PublicServiceRow[];
  readonly mechanisms: readonly At<Mechanism & { readonly holders: readonly unknown[] }>[];
  readonly linkageTo110: readonly LinkageListRow[];
  readonly linkageFrom110: readonly LinkageListRow[];
  readonly linkageBasis: readonly LinkageBasisRow[];
  readonly linkageUnits: readonly LinkageUnitRow[];
  readonly emergencyGroups: readonly EmergencyGroupRow[];
  readonly briefTemplates: readonly BriefTemplateRow[];
  readonly regulations: readonly RegulationRow[];
  readonly regulationArticles: readonly RegulationArticleRow[];
  readonly signalKinds: readonly SignalKindRow[];
  readonly clueKinds: readonly ClueKindRow[];
  readonly retention: readonly RetentionRow[];
  readonly nodes: readonly NodeRow[];
  readonly nodeDays: readonly NodeDaysRow[];
  readonly nets: readonly NetRow[];
  /** Each in the file of its net. */
  readonly codeMaps: readonly CodeMapRow[];
  readonly triggers: readonly TriggerRow[];
  readonly calmWords: readonly CalmWordsRow[];
  readonly dangerKinds: readonly DangerKindRow[];
  readonly dangerWords: readonly DangerWordsRow[];
  readonly dangerExamples: readonly DangerExampleRow[];
  readonly everydayWords: readonly EverydayWordsRow[];
  readonly calendar: readonly CalendarRow[];
  readonly officeHours: readonly OfficeHoursRow[];
  readonly lines: readonly LineRow[];
  readonly letterTemplates: readonly LetterTemplateRow[];
  readonly peerGroups: readonly PeerGroupRow[];
  readonly targets: readonly TargetRow[];
  readonly countingRules: readonly CountingRuleRow[];
  readonly satisfaction: readonly SatisfactionRow[];
  readonly visitChecklists: readonly VisitChecklistRow[];
  readonly ledgerPaths: readonly LedgerPathRow[];
  readonly catalogue: readonly CatalogueRow[];
  readonly dispositions: readonly DispositionRow[];
  readonly questions: readonly QuestionRow[];
  /** Inherit down the matter tree: all sets whose prefix fits a leaf apply to it, a longer prefix wins per field code. */
  readonly fields: readonly FieldSet[];
  /** The longest fitting prefix wins whole. */
  readonly replyForms: readonly ReplyForm[];
  /** Common ones first; the later of the same name stands. */
  readonly messages: readonly MessageRow[];
  readonly noticeRules: readonly NoticeRuleRow[];
  readonly noticeHours: readonly NoticeHoursRow[];
  readonly knowledge: readonly KnowledgeEntry[];
  /** Null where nobody plays: a real city. */
  readonly demoUnits: DemoUnits | null;
  readonly importMappings: readonly ImportMapping[];
  readonly problems: readonly Problem[];
}
