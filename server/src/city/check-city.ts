import { areaChecks } from './checks/areas.ts';
import { assessmentChecks } from './checks/assessment.ts';
import { briefChecks } from './checks/briefs.ts';
import { calendarChecks } from './checks/calendar.ts';
import { catalogueChecks } from './checks/catalogue.ts';
import type { Check } from './checks/check.ts';
import { clueChecks } from './checks/clues.ts';
import { dangerChecks } from './checks/dangers.ts';
import { dutyChecks } from './checks/duty.ts';
import { factChecks } from './checks/facts.ts';
import { guidanceChecks } from './checks/guidance.ts';
import { knowledgeChecks } from './checks/knowledge.ts';
import { ledgerChecks } from './checks/ledgers.ts';
import { letterChecks } from './checks/letters.ts';
import { limitChecks } from './checks/limits.ts';
import { lineChecks } from './checks/lines.ts';
import { linkageChecks } from './checks/linkage.ts';
import { matterChecks } from './checks/matters.ts';
import { mechanismChecks } from './checks/mechanisms.ts';
import { messageChecks } from './checks/messages.ts';
import { netChecks } from './checks/nets.ts';
import { nodeChecks } from './checks/nodes.ts';
import { noticeChecks } from './checks/notices.ts';
import { publicServiceChecks } from './checks/public-services.ts';
import { regulationChecks } from './checks/regulations.ts';
import { retentionChecks } from './checks/retention.ts';
import { seriousChecks } from './checks/serious.ts';
import { triggerChecks } from './checks/triggers.ts';
import { unitChecks } from './checks/units.ts';
import { visitChecks } from './checks/visits.ts';
import { indexOf } from './city-index.ts';
import type { CityPack } from './pack.ts';
import type { Problem } from './source.ts';

export interface CheckedRule {
  readonly rule: string;
  readonly problems: readonly Problem[];
}

const checks: readonly Check[] = [
  { rule: '文件齐全,每一行读得懂', find: (pack) => [...pack.problems] },
  ...factChecks,
  ...areaChecks,
  ...unitChecks,
  ...dutyChecks,
  ...matterChecks,
  ...limitChecks,
  ...seriousChecks,
  ...triggerChecks,
  ...dangerChecks,
  ...calendarChecks,
  ...lineChecks,
  ...catalogueChecks,
  ...guidanceChecks,
  ...knowledgeChecks,
  ...messageChecks,
  ...noticeChecks,
  ...letterChecks,
  ...assessmentChecks,
  ...visitChecks,
  ...ledgerChecks,
  ...mechanismChecks,
  ...publicServiceChecks,
  ...linkageChecks,
  ...clueChecks,
  ...retentionChecks,
  ...briefChecks,
  ...regulationChecks,
  ...nodeChecks,
  ...netChecks,
];

/** Holds a city against every rule; broken rows come back as values with file, line and reason. */
export function checkCity(pack: CityPack): CheckedRule[] {
  const index = indexOf(pack);
  return checks.map(({ rule, find }) => ({ rule, problems: find(pack, index) }));
}
