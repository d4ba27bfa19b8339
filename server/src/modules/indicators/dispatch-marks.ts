import { deadline, workingMinutesBetween } from '../calendar/index.ts';
import { isBy, type Mark, mark, type Rules } from './mark.ts';
import type { Duty, Story } from './story.ts';

const dayMs = 86_400_000;
const repeatDays = 7;

/** 职责、属地、层级, or a dispatcher's own error: the first lead was the wrong one (K21). */
const wrongLead: readonly (string | null)[] = [
  'not-our-duty',
  'not-our-area',
  'not-our-level',
  null,
];

/** K8, K9, K43, K44: what becomes of an appeal as it is taken in. */
export function intakeMarks(story: Story): Mark[] {
  const at = story.acceptedAt;
  // Nobody told of a proactive order: it is no appeal.
  if (at === null || !story.isAccepted || story.isProactive) return [];
  const until = at.getTime() + repeatDays * dayMs;
  const isRepeated = story.repeatedAt.some((again) => again.getTime() <= until);
  const isAnswered = story.isAnsweredAtOnce;
  const isFirst = isAnswered && !isRepeated;
  return [
    ...(story.isValid
      ? [
          mark({ figure: 'K8', at, isMet: isFirst, isMetRaw: isAnswered }),
          mark({ figure: 'K9', at, isMet: isFirst }),
        ]
      : []),
    mark({ figure: 'K43', at, isMet: story.repeats }),
    ...(story.repeats ? [] : [mark({ figure: 'K44', at, isMet: false })]),
  ];
}

/** K20 to K22, K24, K26: where an order went, and how often. */
export function dispatchMarks(story: Story, rules: Rules): Mark[] {
  const at = story.acceptedAt;
  if (at === null) return [];
  const first = story.leads[0]?.duty;
  if (!story.firstSentAt || !first)
    return [...timely(story, at, rules), ...(story.isHeldByGuard ? [guarded(story, at)] : [])];
  const change = story.leads[1];
  const changes = story.leads.length - 1;
  const lacksInfo = [...story.duties.values()].some(({ ruledReturns }) =>
    ruledReturns.some(({ upheld, reason }) => upheld && reason === 'missing-info'),
  );
  return [
    ...timely(story, at, rules),
    mark({ figure: 'K21', at, isMet: !change || !wrongLead.includes(change.because) }),
    mark({ figure: 'K22', at, isMet: !lacksInfo && !story.isInfoAsked }),
    mark({ figure: 'K24', at, isMet: changes > 0, amount: changes }),
    guarded(story, at),
  ];
}

/** 66号文(五): the guard held it back, or was passed with a reason; once, however often. */
function guarded(story: Story, at: Date): Mark {
  const isPassed = [...story.duties.values()].some(({ isOverride }) => isOverride);
  return mark({ figure: 'K26', at, isMet: story.isHeldByGuard || isPassed });
}

function timely(story: Story, at: Date, { dispatchLimit, calendar }: Rules): Mark[] {
  const from = story.toDispatchAt;
  if (!from) return [];
  const { dueAt } = deadline({ from, limit: dispatchLimit(story.urgencyThen), calendar });
  const sentAt = story.firstSentAt;
  if (sentAt) return [mark({ figure: 'K20', at, isMet: sentAt <= dueAt })];
  if (isBy(story.endedAt, dueAt)) return [];
  return [mark({ figure: 'K20', at, isMet: false, waitsUntil: dueAt })];
}

/** K23, K25: what units returned, and how long it took to rule. */
export function returnMarks(story: Story): Mark[] {
  return worked(story).flatMap((duty) => [
    ...returned(duty),
    ...duty.ruledReturns.map(({ askedAt, at }) =>
      mark({ figure: 'K25', at, isMet: true, amount: minutesBetween(askedAt, at) }),
    ),
  ]);
}

function returned(duty: Duty): Mark[] {
  const about = { at: duty.sentAt, holder: duty };
  const wasRuled = (how: boolean) => duty.ruledReturns.some(({ upheld }) => upheld === how);
  return [
    mark({ ...about, figure: 'K23', isMet: duty.hasAskedReturn }),
    mark({ ...about, figure: 'K23-upheld', isMet: wasRuled(true) }),
    mark({ ...about, figure: 'K23-rejected', isMet: wasRuled(false) }),
  ];
}

const minutesBetween = (from: Date, to: Date): number =>
  Math.floor((to.getTime() - from.getTime()) / 60_000);

/** A copy is read, not worked. */
export const worked = (story: Story): Duty[] =>
  [...story.duties.values()].filter(({ role }) => role !== 'copy');

/** K36: working time from the dispatch to the answer that was taken, without what the clocks stood still. */
export function workingMinutes(story: Story, from: Date, to: Date, { calendar }: Rules): number {
  const stood = story.pauses
    .map((pause) => ({
      from: later(pause.from, from),
      to: pause.to && pause.to < to ? pause.to : to,
    }))
    .filter((pause) => pause.from < pause.to)
    .map((pause) => workingMinutesBetween(pause.from, pause.to, calendar));
  return workingMinutesBetween(from, to, calendar) - stood.reduce((sum, each) => sum + each, 0);
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
