import type { Span } from '../cells.ts';
import type { CityIndex } from '../city-index.ts';
import type { LimitRow, LimitRuleRow } from '../rows.ts';
import { text } from '../text.ts';
import { type Check, found, overlapping, repeated } from './check.ts';

/** Steps of the centre itself that the program asks for by name. */
const centreSteps = [
  'accept-web',
  'untaken-u1',
  'dispatch-u1',
  'dispatch-u2',
  'dispatch',
  'review',
  'call-back',
  'contest',
  'false-hearing',
  'need-info',
  'archive',
  'follow-up',
  'undo-dispatch',
  'transfer-feedback',
  'missed-call',
  'return-window',
  'ruling-first',
  'ruling-second',
  'ruling-conference',
  'ledger-review',
  'suspend-requester',
  'suspend-court',
  'suspend-test',
  'supervise-overdue',
  'supervise-unmoved',
  'disposition-review',
  'false-ruling',
  'contest-ruling',
  'minutes-signature',
  'conduct-decision',
  'conduct-review',
  'supervision-proposal',
  'late-again',
  'deferral-decision',
  'letter-signing',
  'letter-judgement',
  'task-confirmation',
  'task-extension',
  'supervision-result',
] as const;

const atOnce = ['T0', 'GD', 'N0'];

export const limitChecks: readonly Check[] = [
  {
    rule: '时限类别与规则的代码不重复',
    find: (pack) => [
      ...overlapping(pack.limits, text.twice),
      ...repeated(pack.limitRules, (rule) => rule.id, text.twice),
      ...repeated(pack.statutoryLimits, (limit) => limit.id, text.twice),
      ...repeated(pack.centreLimits, (limit) => limit.code, text.twice),
    ],
  },
  {
    rule: '每类有办理时限,能延期的写明多久、由谁批',
    find: (pack) =>
      found(pack.limits, ({ code, handle, extension, maxExtensions, extendedBy }) => {
        if (handle === null && !atOnce.includes(code)) return text.noHandleLimit;
        const isComplete =
          (extension === null) === (maxExtensions === 0) &&
          (extension === null) === (extendedBy === 'none');
        return isComplete ? null : text.extensionUnclear;
      }),
  },
  {
    rule: '签收、首次联系与阶段报告不晚于办结',
    find: (pack) =>
      found(pack.limits, ({ signIn, firstContact, stageReport, handle }) => {
        if (handle === null) return null;
        const late = [signIn, firstContact, stageReport].some(
          (step) => step !== null && minutesOf(step) > minutesOf(handle),
        );
        return late ? text.stepAfterHandle : null;
      }),
  },
  {
    rule: '时限规则所指类别、区域与事项存在,条件不重复',
    find: (pack, index) => [
      ...found(pack.limitRules, ({ limitClass, matter, area }) => {
        if (!index.limits.has(limitClass)) return text.unknownClass(limitClass);
        const place = area === null ? undefined : index.areas.get(area.padEnd(12, '0'));
        if (area !== null && place === undefined) return text.unknownArea(area);
        // It would stand over every row of its kind that names no area, and so hide them all.
        if (place?.level === 'city') return text.wholeCity;
        return matter === null || index.matterPrefixes.has(matter)
          ? null
          : text.unknownMatter(matter);
      }),
      ...repeated(
        pack.limitRules,
        ({ urgency, matter, type, channel, area, validFrom }) =>
          [urgency, matter, type, channel, area, validFrom].map((part) => part ?? '-').join(' '),
        text.twice,
      ),
      ...found(pack.statutoryLimits, ({ matter, limit, extension }) => {
        if (!index.matterPrefixes.has(matter)) return text.unknownMatter(matter);
        return extension === null || extension.kind === limit.kind ? null : text.otherMeasure;
      }),
    ],
  },
  {
    rule: '时限规则用得上:所用类别有时限,只写事项的规则不与事项自身的类别相争',
    find: (pack, index) =>
      found(pack.limitRules, (rule) => {
        const limit = index.limits.get(rule.limitClass);
        if (limit !== undefined && !hasClock(limit)) return text.ruleWithoutClock(limit.code);
        return isOutweighed(rule, index) ? text.ruleNeverUsed(rule.matter ?? '') : null;
      }),
  },
  {
    rule: '什么都不写的一条规则始终有效,每件工单总有时限',
    find: (pack) => {
      const last = pack.limitRules.find(
        (rule) => namesNothingElse(rule) && rule.matter === null && isOpen(rule),
      );
      const at = pack.limitRules[0]?.at ?? pack.limits[0]?.at;
      return last !== undefined || at === undefined ? [] : [{ ...at, reason: text.noLastRule }];
    },
  },
  {
    rule: '时限类别与规则的有效期先后正确',
    find: (pack) =>
      [pack.limits, pack.limitRules].flatMap((rows) =>
        found<{ validFrom: string | null; validTo: string | null }>(
          rows,
          ({ validFrom, validTo }) =>
            validFrom !== null && validTo !== null && validFrom > validTo ? text.endsBefore : null,
        ),
      ),
  },
  {
    rule: '中心自身时限齐全',
    find: (pack) => {
      const at = pack.centreLimits[0]?.at;
      if (at === undefined) return [];
      const known = new Set(pack.centreLimits.map((limit) => limit.code));
      return centreSteps
        .filter((step) => !known.has(step))
        .map((step) => ({ ...at, reason: text.stepMissing(step) }));
    },
  },
];

const hasClock = ({ handle, feedback }: LimitRow): boolean => (handle ?? feedback) !== null;

const isOpen = ({ validFrom, validTo }: LimitRuleRow): boolean =>
  validFrom === null && validTo === null;

const namesNothingElse = ({ urgency, type, channel, area }: LimitRuleRow): boolean =>
  urgency === null && type === null && channel === null && area === null;

/** Names a matter and nothing else, where every such leaf has a class of its own for a dispatch. */
function isOutweighed(rule: LimitRuleRow, index: CityIndex): boolean {
  const prefix = rule.matter;
  if (prefix === null || !namesNothingElse(rule)) return false;
  const leaves = index.leaves.filter(({ code }) => code.startsWith(prefix));
  return leaves.every(({ limitClass }) => {
    const own = index.limits.get(limitClass);
    return own === undefined || hasClock(own);
  });
}

/** Good enough to compare: a working day is never shorter than a calendar day. */
function minutesOf(span: Span): number {
  return span.kind === 'working-days' ? span.days * 24 * 60 : span.minutes;
}
