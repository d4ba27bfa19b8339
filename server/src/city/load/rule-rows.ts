import type { CityPack } from '../pack.ts';
import type { At } from '../source.ts';
import type { Row } from './target.ts';

export function matterRows({ matters }: CityPack): Row[] {
  return matters.map((matter) => ({
    code: matter.code,
    l1: matter.l1,
    l2: matter.l2,
    leaf: matter.leaf,
    type: matter.type,
    urgency: matter.urgency,
    limit_class: matter.limitClass,
    grassroots: matter.grassroots,
    valid_from: matter.validFrom,
    valid_to: matter.validTo,
    successor: matter.successor,
  }));
}

/** 要素: one row per field and prefix. */
export function fieldRows({ fields }: CityPack): Row[] {
  return fields.flatMap(({ matter, fields: own }) =>
    own.map((field, no) => ({
      prefix: matter,
      code: field.code,
      no,
      definition: { ...field, help: field.help ?? '' },
      retired: false,
    })),
  );
}

/** Rules of all kinds, in the shapes `matters/rules.ts` reads. */
export function ruleRows(pack: CityPack): Row[] {
  return [
    ...rules('limit', pack.limits, ({ code }) => code),
    ...rules('limit-rule', pack.limitRules, ({ id }) => id),
    ...rules('statutory-limit', pack.statutoryLimits, ({ id }) => id),
    ...rules('centre-limit', pack.centreLimits, ({ code }) => code),
    ...rules('serious', pack.seriousRules, ({ code }) => code),
    ...rules('linkage-to-110', pack.linkageTo110, ({ code }) => code),
    ...rules('linkage-from-110', pack.linkageFrom110, ({ code }) => code),
    ...rules('linkage-basis', pack.linkageBasis, ({ act }) => act),
    ...rules('linkage-unit', pack.linkageUnits, ({ slug }) => slug),
    ...rules('emergency-group', pack.emergencyGroups, ({ code }) => code),
    ...rules('regulation', pack.regulations, ({ code }) => code),
    ...rules(
      'regulation-article',
      pack.regulationArticles,
      ({ regulation, article }) => `${regulation} ${article}`,
    ),
    ...rules('brief-template', pack.briefTemplates, ({ code }) => code),
    ...rules('signal-kind', pack.signalKinds, ({ code }) => code),
    ...rules('clue-kind', pack.clueKinds, ({ code }) => code),
    ...rules('retention', pack.retention, ({ code }) => code),
    ...rules('net', pack.nets, ({ code }) => code),
    ...rules('code-map', pack.codeMaps, ({ file, kind, theirs }) => `${file}/${kind}/${theirs}`),
    ...rules('trigger', pack.triggers, ({ code }) => code),
    ...rules('calm-words', pack.calmWords, ({ kind }) => kind),
    ...rules('danger-kind', pack.dangerKinds, ({ code }) => code),
    ...rules('danger-words', pack.dangerWords, ({ code }) => code),
    ...rules('danger-examples', examplesByKind(pack), ({ kind }) => kind),
    ...rules('everyday-words', pack.everydayWords, ({ matter }) => matter),
    ...rules('disposition', pack.dispositions, ({ code }) => code),
    ...rules('question', pack.questions, ({ matter, order }) => `${matter}/${order}`),
    ...rules('reply-form', pack.replyForms, ({ matter }) => matter ?? 'all'),
  ];
}

/** One row a kind: thousands of sentences are read together or not at all. */
function examplesByKind({ dangerExamples }: CityPack) {
  const byKind = Map.groupBy(dangerExamples, ({ kind }) => kind);
  return Array.from(byKind).flatMap(([kind, rows]) =>
    rows.slice(0, 1).map(({ at }) => ({ kind, at, texts: rows.map(({ text }) => text) })),
  );
}

/** In the order of the files: for some kinds the first that fits wins. */
function rules<T extends object>(
  kind: string,
  rows: readonly At<T>[],
  keyOf: (row: At<T>) => string,
): Row[] {
  const seen = new Map<string, number>();
  return rows.map((row, no) => {
    const key = keyOf(row);
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    const { at: _, ...definition } = row;
    return {
      kind,
      key: times === 1 ? key : `${key}#${times}`,
      no,
      definition: JSON.parse(JSON.stringify(definition)),
    };
  });
}

const sinceEver = '2000-01-01';

/** 派单目录. */
export function catalogueRows({ catalogue }: CityPack): Row[] {
  return catalogue.map((row) => ({
    id: row.id,
    matter: row.matter,
    area: row.area,
    time: row.time,
    lead: row.lead,
    assists: row.assists,
    linkage: row.linkage,
    backstop: row.backstop,
    level: row.level,
    basis_kind: row.basisKind,
    basis: row.basis,
    direct: row.direct,
    valid_from: row.validFrom ?? sinceEver,
    valid_to: row.validTo,
    mark: row.mark,
    note: row.note,
  }));
}

export function knowledgeRows({ knowledge }: CityPack): Row[] {
  return knowledge.map(({ at: _, ...definition }) => ({
    code: definition.code,
    title: definition.title,
    definition,
    owner: definition.owner,
    valid_from: definition.validFrom,
    valid_until: definition.validUntil,
    mark: definition.mark,
  }));
}

/** 考核分组、目标值、计数口径、本市口径. */
export function assessmentRows({
  peerGroups,
  targets,
  countingRules,
  satisfaction,
}: CityPack): Row[] {
  return [
    ...rules('peer-group', peerGroups, ({ code }) => code),
    ...rules('target', targets, ({ indicator }) => indicator),
    ...rules('counting', countingRules, ({ code }) => code),
    ...rules('satisfaction', satisfaction, ({ code }) => code),
  ];
}

/** 文书模板. */
export function letterRows({ letterTemplates }: CityPack): Row[] {
  return letterTemplates.map(({ at: _, holders: __, ...definition }, no) => ({
    code: definition.code,
    no,
    definition,
  }));
}

/** 核查清单. */
export function checklistRows({ visitChecklists }: CityPack): Row[] {
  return visitChecklists.map(({ at: _, holders: __, ...definition }, no) => ({
    code: definition.code,
    no,
    definition: {
      ...definition,
      items: definition.items.map((item) => ({
        ...item,
        unit: item.unit ?? null,
        wantsPhoto: item.wantsPhoto ?? false,
      })),
    },
  }));
}

/** 推进路径. */
export function ledgerPathRows({ ledgerPaths }: CityPack): Row[] {
  return ledgerPaths.map(({ at: _, holders: __, mark: ___, ...definition }, no) => ({
    code: definition.code,
    no,
    definition,
  }));
}

/** 机制. */
export function mechanismRows({ mechanisms }: CityPack): Row[] {
  return mechanisms.map(({ at: _, holders: __, ...definition }, no) => ({
    code: definition.code,
    no,
    definition,
  }));
}

/** 督办级别. */
export function supervisionRows({ supervisionLevels }: CityPack): Row[] {
  return supervisionLevels.map(({ at: _, mark: __, ...definition }, no) => ({
    code: definition.code,
    no,
    definition,
  }));
}

/** 重要节点, and their days of single years. */
export function nodeRows({ nodes }: CityPack): Row[] {
  return nodes.map(({ at: _, mark: __, ...definition }, no) => ({
    code: definition.code,
    no,
    definition,
  }));
}

export function nodeDayRows({ nodeDays }: CityPack): Row[] {
  return nodeDays.map(({ at: _, mark, ...definition }, no) => ({
    code: `${definition.year}/${definition.node}`,
    no,
    definition: { ...definition, isSure: mark === 'official' || mark === 'seed' },
  }));
}

/** 公开服务. */
export function publicServiceRows({ publicServices }: CityPack): Row[] {
  return publicServices.map(({ at: _, ...definition }, no) => ({
    code: definition.matter,
    no,
    definition,
  }));
}

export function templateRows({ messages }: CityPack): Row[] {
  const byName = new Map(messages.map(({ name, words }) => [name, words]));
  return Array.from(byName, ([key, words]) => ({ key, words }));
}

/** 通知规则, and how much may reach one number. */
export const noticeRuleRows = ({ noticeRules }: CityPack): Row[] =>
  noticeRules.map(({ at: _, ...rule }) => rule);

export const noticeHoursRows = ({ noticeHours }: CityPack): Row[] =>
  noticeHours.map(({ channel, audience, urgency, quietFrom, quietTo, perHour, perDay }) => ({
    channel,
    audience,
    urgency,
    quiet_from: quietFrom,
    quiet_to: quietTo,
    per_hour: perHour,
    per_day: perDay,
  }));
