import type { Span } from '../cells.ts';
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
  'need-info',
  'archive',
  'follow-up',
  'undo-dispatch',
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
    rule: '签收与首次联系不晚于办结',
    find: (pack) =>
      found(pack.limits, ({ signIn, firstContact, handle }) => {
        if (handle === null) return null;
        const late = [signIn, firstContact].some(
          (step) => step !== null && minutesOf(step) > minutesOf(handle),
        );
        return late ? text.stepAfterHandle : null;
      }),
  },
  {
    rule: '时限规则所指类别与事项存在,条件不重复',
    find: (pack, index) => [
      ...found(pack.limitRules, ({ limitClass, matter }) => {
        if (!index.limits.has(limitClass)) return text.unknownClass(limitClass);
        return matter === null || index.matterPrefixes.has(matter)
          ? null
          : text.unknownMatter(matter);
      }),
      ...repeated(
        pack.limitRules,
        ({ urgency, matter, type, channel, validFrom }) =>
          [urgency, matter, type, channel, validFrom].map((part) => part ?? '-').join(' '),
        text.twice,
      ),
      ...found(pack.statutoryLimits, ({ matter }) =>
        index.matterPrefixes.has(matter) ? null : text.unknownMatter(matter),
      ),
    ],
  },
  {
    rule: '当场办结的事项写明确需派单时用哪一类',
    find: (pack, index) => {
      const sent = new Set(pack.limitRules.map((rule) => rule.matter));
      return found(index.leaves, ({ code, limitClass }) => {
        const limit = index.limits.get(limitClass);
        const hasClock = limit === undefined || (limit.handle ?? limit.feedback) !== null;
        return hasClock || sent.has(code) ? null : text.noClockWhenSent(code, limitClass);
      });
    },
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
  {
    rule: '触发词有词可触,只抬高不降低',
    find: (pack) => [
      ...repeated(pack.triggers, (trigger) => trigger.code, text.twice),
      ...found(pack.triggers, ({ words, raisesTo, unless }) => {
        if (words.length === 0) return text.noWords;
        if (raisesTo !== 'U1' && raisesTo !== 'U2') return text.raisesToLow(raisesTo);
        const both = words.find((word) => unless.includes(word));
        return both === undefined ? null : text.wordBothWays(both);
      }),
    ],
  },
];

/** Good enough to compare: a working day is never shorter than a calendar day. */
function minutesOf(span: Span): number {
  return span.kind === 'working-days' ? span.days * 24 * 60 : span.minutes;
}
