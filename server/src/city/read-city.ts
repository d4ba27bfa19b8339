import { mechanism } from '@minsheng/contract/mechanism-data.ts';
import { countingRuleRow, peerGroupRow, satisfactionRow, targetRow } from './assessment-rows.ts';
import { briefTemplateRow } from './brief-templates.ts';
import { openCityFolder } from './city-folder.ts';
import { clueKindRow } from './clue-rows.ts';
import * as guidance from './guidance-rows.ts';
import { ledgerPath } from './ledger-paths.ts';
import { letterTemplate } from './letter-templates.ts';
import {
  emergencyGroupRow,
  linkageBasisRow,
  linkageListRow,
  linkageUnitRow,
  signalKindRow,
} from './linkage-rows.ts';
import { codeMapRow, netRow } from './net-rows.ts';
import { nodeDaysRow, nodeRow } from './node-rows.ts';
import { noticeHoursRow, noticeRuleRow } from './notice-rows.ts';
import { type CityPack, cityFacts, demoUnits, importMapping, officeHoursRow } from './pack.ts';
import { publicServiceRow } from './public-services.ts';
import { regulationArticleRow, regulationRow } from './regulation-rows.ts';
import { retentionRow } from './retention-rows.ts';
import * as table from './rows.ts';
import { seriousRow } from './serious-rules.ts';
import type { At } from './source.ts';
import { supervisionLevelRow } from './supervision-levels.ts';
import { visitChecklist } from './visit-checklists.ts';

/**
 * Reads one city's folder together with `common` beside it. A city's row replaces the common row
 * of the same key; every row remembers its file and line; broken rows become `problems`.
 */
export function readCity(folder: string): CityPack {
  const city = openCityFolder(folder);
  return {
    name: city.name,
    facts: city.object('city.json', cityFacts),
    areas: city.table('areas.tsv', table.areaRow),
    aliases: city.table('aliases.tsv', table.aliasRow),
    units: city.table('units.tsv', table.unitRow),
    duty: city.table('duty.tsv', table.dutyRow),
    matters: city.layered('matters.tsv', table.matterRow, (row) => row.code),
    limits: city.layered('limits.tsv', table.limitRow, (row) => row.code),
    limitRules: city.layered('limit-rules.tsv', table.limitRuleRow, (row) => row.id),
    statutoryLimits: city.layered('statutory-limits.tsv', table.statutoryRow, (row) => row.id),
    centreLimits: city.layered('centre-limits.tsv', table.centreLimitRow, (row) => row.code),
    seriousRules: city.layered('serious-rules.tsv', seriousRow, (row) => row.code),
    supervisionLevels: city.layered(
      'supervision-levels.tsv',
      supervisionLevelRow,
      (row) => row.code,
    ),
    // The first that is heard names the matter, and a city knows its own dangers best.
    triggers: ownFirst(city.layered('triggers.tsv', table.triggerRow, (row) => row.code)),
    // A city's rows add to the common ones.
    calmWords: city.layered(
      'calm-words.tsv',
      table.calmWordsRow,
      ({ kind, words }) => `${kind}:${words.join('|')}`,
    ),
    dangerKinds: city.layered('danger-kinds.tsv', table.dangerKindRow, (row) => row.code),
    dangerWords: city.layered('danger-words.tsv', table.dangerWordsRow, (row) => row.code),
    dangerExamples: city.layered('danger-examples.tsv', table.dangerExampleRow, (row) => row.text),
    everydayWords: city.layered('everyday-words.tsv', table.everydayWordsRow, (row) => row.matter),
    calendar: city.layered(
      'calendar.tsv',
      table.calendarRow,
      (row) => row.date,
      'calendar/national.tsv',
    ),
    officeHours: city.list('office-hours.json', officeHoursRow),
    lines: city.table('lines.tsv', table.lineRow),
    catalogue: city.table('catalogue.tsv', guidance.catalogueRow),
    dispositions: city.layered('dispositions.tsv', guidance.dispositionRow, (row) => row.code),
    // A city that asks about a matter in its own way replaces all common questions on that prefix.
    questions: city.layered('questions.tsv', guidance.questionRow, (row) => row.matter),
    fields: city.layeredList('fields.json', guidance.fieldSet, (set) => set.matter),
    replyForms: city.layeredList(
      'reply-forms.json',
      guidance.replyForm,
      (form) => form.matter ?? '',
    ),
    messages: city.namedTexts('messages.json'),
    noticeRules: city.layered('notice-rules.tsv', noticeRuleRow, ({ message }) => message),
    noticeHours: city.layered(
      'notice-hours.tsv',
      noticeHoursRow,
      ({ channel, audience, urgency }) => `${channel}/${audience}/${urgency}`,
    ),
    visitChecklists: city.layeredObjects('visit-checklists', visitChecklist, ({ code }) => code),
    ledgerPaths: city.layeredObjects('ledger-paths', ledgerPath, ({ code }) => code),
    mechanisms: city.layeredObjects('mechanisms', mechanism, ({ code }) => code),
    letterTemplates: city.layeredObjects('letter-templates', letterTemplate, ({ code }) => code),
    // Who fits no group of the city's own is looked for among the common ones.
    peerGroups: ownFirst(city.layered('peer-groups.tsv', peerGroupRow, ({ code }) => code)),
    targets: city.layered('targets.tsv', targetRow, ({ indicator }) => indicator),
    countingRules: city.layered('counting-rules.tsv', countingRuleRow, ({ code }) => code),
    satisfaction: city.layeredList('satisfaction.json', satisfactionRow, ({ code }) => code),
    linkageTo110: city.layered('linkage-lists/to-110.tsv', linkageListRow, ({ code }) => code),
    linkageFrom110: city.layered('linkage-lists/from-110.tsv', linkageListRow, ({ code }) => code),
    linkageBasis: city.layered('linkage-basis.tsv', linkageBasisRow, ({ act }) => act),
    linkageUnits: city.layered('linkage-units.tsv', linkageUnitRow, ({ slug }) => slug),
    emergencyGroups: city.layered('emergency-groups.tsv', emergencyGroupRow, ({ code }) => code),
    regulations: city.layered('regulations.tsv', regulationRow, ({ code }) => code),
    regulationArticles: city.layered(
      'regulation-articles.tsv',
      regulationArticleRow,
      ({ regulation, article }) => `${regulation} ${article}`,
    ),
    briefTemplates: city.layered('brief-templates.tsv', briefTemplateRow, ({ code }) => code),
    signalKinds: city.layered('signal-kinds.tsv', signalKindRow, ({ code }) => code),
    clueKinds: city.layered('clue-kinds.tsv', clueKindRow, ({ code }) => code),
    retention: city.layered('retention.tsv', retentionRow, ({ code }) => code),
    nodes: city.layered('nodes.tsv', nodeRow, ({ code }) => code),
    nodeDays: city.layered('node-days.tsv', nodeDaysRow, ({ year, node }) => `${year}/${node}`),
    nets: city.layered('nets.tsv', netRow, ({ code }) => code),
    codeMaps: city.layeredTables(
      'code-maps',
      codeMapRow,
      ({ kind, theirs }) => `${kind}/${theirs}`,
    ),
    publicServices: city.layered('public-services.tsv', publicServiceRow, ({ matter }) => matter),
    knowledge: city.shelf('knowledge', guidance.knowledgeEntry),
    demoUnits: city.maybeObject('demo.json', demoUnits),
    importMappings: city.commonObjects('import-mappings', importMapping),
    problems: city.problems,
  };
}

function ownFirst<T>(rows: readonly At<T>[]): At<T>[] {
  const isCommon = ({ at }: At<T>) => Number(at.file.startsWith('cities/common/'));
  return rows.toSorted((a, b) => isCommon(a) - isCommon(b));
}
