import type { FigureKey, LeftOutCode } from '@minsheng/contract/words/indicators.ts';
import { leftOutCodes } from '@minsheng/contract/words/indicators.ts';
import { workingMinutes } from './dispatch-marks.ts';
import { type Holder, type Mark, mark, type Rules } from './mark.ts';
import type { Answer, Round, Story } from './story.ts';

/** K35, K36: sent back, by the review or after the call-back; and how long the first answer took. */
export function replyMarks(story: Story, rules: Rules): Mark[] {
  const at = story.rounds.find(({ firstReplyAt }) => firstReplyAt !== null)?.firstReplyAt ?? null;
  if (at === null) return [];
  const answered = story.rounds.find(({ approvedAt }) => approvedAt !== null);
  const holder = answered?.lead ?? story.leads.at(-1)?.duty ?? null;
  const isRejected = story.rounds.some((round) => round.isRejected);
  const isRedone = story.rounds.some((round) => round.isRedone);
  return [
    mark({ figure: 'K35', at, holder, isMet: isRejected || isRedone }),
    mark({ figure: 'K35-review', at, holder, isMet: isRejected }),
    mark({ figure: 'K35-call-back', at, holder, isMet: isRedone }),
    ...(answered ? timed(story, answered, rules) : []),
  ];
}

function timed(story: Story, { approvedAt, handedInAt, lead }: Round, rules: Rules): Mark[] {
  if (!approvedAt || !handedInAt || !story.firstSentAt) return [];
  const amount = workingMinutes(story, story.firstSentAt, handedInAt, rules);
  return [mark({ figure: 'K36', at: approvedAt, holder: lead, isMet: true, amount })];
}

/** K39, K40: of each answer, whether it was false, whether somebody asked, whether anybody was heard. */
export function callBackMarks(story: Story): Mark[] {
  return story.rounds.flatMap(({ approvedAt: at, lead: holder, answers, ...round }) => {
    if (at === null) return [];
    const isHeard = answers.some(({ reached }) => reached);
    const isTried = answers.length > 0;
    return [
      ...(isHeard || round.isInspected
        ? [mark({ figure: 'K39', at, holder, isMet: round.isFalse })]
        : []),
      ...(story.needsCallBack
        ? [mark({ figure: 'K40-attempted', at, holder, isMet: isTried })]
        : []),
      ...(isTried ? [mark({ figure: 'K40-reached', at, holder, isMet: isHeard })] : []),
    ];
  });
}

/** 建议、表扬 ask for nothing that could be solved (X11). */
const asksNothing: readonly string[] = ['JY', 'BY'];

/** K41, K42, K45 by the last answer there was; what stands in the ledger is not solved, and left out beside it (X10). */
export function resultMarks(story: Story): Mark[] {
  // 主动工单 (M7-2): outside every figure of satisfaction and of what was solved, also the unit's own claim.
  if (story.isProactive) return [];
  const round = story.rounds.findLast(({ approvedAt }) => approvedAt !== null);
  const parked = parkedMarks(story);
  const at = round?.approvedAt;
  if (!round || !at || parked.length > 0) return parked;
  const about = { at, holder: round.lead };
  return [
    ...solvedMarks(story, round, about),
    ...ratingMarks(story, round, about),
    ...againMarks(round),
  ];
}

interface About {
  readonly at: Date;
  readonly holder: Holder | null;
}

function parkedMarks(story: Story): Mark[] {
  const { parkedAt: at, parkedLead: holder } = story;
  if (at === null || story.clearedAt !== null || story.isLedgerOver) return [];
  return [mark({ figure: 'K41b', at, holder, isMet: false, leftOut: 'X10' })];
}

function solvedMarks(story: Story, round: Round, about: About): Mark[] {
  const solved = lastOf(round, ({ solved }) => solved !== null)?.solved ?? null;
  const leftOut = asksNothing.includes(story.type) ? 'X11' : codeOf(round.contested);
  const counted = (figure: FigureKey, isMet: boolean) => mark({ ...about, figure, isMet, leftOut });
  const isSolved = solved === 'solved';
  return [
    ...(solved === null
      ? []
      : [
          counted('K41a', isSolved),
          counted('K41-objective', !isSolved && round.closedAs === 'unsolved-objective'),
          counted('K41-partly', solved === 'partly'),
        ]),
    ...(isDue(story, round) ? [counted('K41b', isSolved)] : []),
    ...claimed(round, about),
  ];
}

function claimed({ claim }: Round, about: About): Mark[] {
  return claim === null ? [] : [mark({ ...about, figure: 'K41-claim', isMet: claim === 'solved' })];
}

const wide: readonly (string | null)[] = ['very-satisfied', 'satisfied', 'basically'];
const strict: readonly (string | null)[] = ['very-satisfied', 'satisfied'];

function ratingMarks(story: Story, round: Round, about: About): Mark[] {
  const result = lastOf(round, (one) => one.result !== null)?.result ?? null;
  const process = lastOf(round, (one) => one.process !== null)?.process ?? null;
  const leftOut = codeOf(round.contested) ?? provenObjective(round);
  const counted = (figure: FigureKey, isMet: boolean) => mark({ ...about, figure, isMet, leftOut });
  return [
    ...(result === null
      ? []
      : [
          counted('K42-wide', wide.includes(result)),
          counted('K42-strict', strict.includes(result)),
        ]),
    ...(isDue(story, round)
      ? [
          counted('K42-all', strict.includes(result)),
          mark({ ...about, figure: 'K42-rated', isMet: result !== null }),
          counted('K42-process-all', strict.includes(process)),
        ]
      : []),
    ...(process === null
      ? []
      : [
          counted('K42-process', wide.includes(process)),
          counted('K42-process-strict', strict.includes(process)),
        ]),
  ];
}

/** The explanation was checked by somebody outside the unit: the rating stays, and does not count (K42). */
const provenObjective = ({ closedAs }: Round): LeftOutCode | null =>
  closedAs === 'unsolved-objective' ? 'objective' : null;

/** Whoever asked not to be called, and said something all the same, is heard. */
const isDue = (story: Story, { answers }: Round): boolean =>
  story.needsCallBack || answers.some(({ reached }) => reached);

const againMarks = ({ closedAs, closedAt: at, lead: holder }: Round): Mark[] =>
  at && closedAs === 'solved' ? [mark({ figure: 'K45', at, holder, isMet: false })] : [];

/** A second rating is a new row; the last one that says something counts. */
const lastOf = ({ answers }: Round, says: (answer: Answer) => boolean): Answer | undefined =>
  answers.findLast((answer) => answer.reached && says(answer));

const codeOf = (code: string | null): LeftOutCode | null =>
  leftOutCodes.find((known) => known === code) ?? null;
