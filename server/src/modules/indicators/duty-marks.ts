import type { FigureKey, LeftOutCode } from '@minsheng/contract/words/indicators.ts';
import { bandAt } from '../call-back/index.ts';
import { worked } from './dispatch-marks.ts';
import { earliest, isBy, type Mark, mark, type Rules, unknown } from './mark.ts';
import type { Duty, Story } from './story.ts';

/** K30: auto-signing is late; whoever spoke or arrived first has signed by then. */
export function signMarks(story: Story): Mark[] {
  return worked(story).flatMap((duty) => {
    const due = duty.signDueAt;
    if (due === null) return [];
    if (due === undefined)
      return duty.seenAt
        ? [mark({ figure: 'K30', at: duty.sentAt, holder: duty, isMet: !duty.isSignedLate })]
        : [unknown('K30', duty.sentAt, duty)];
    return clocked(duty, { figure: 'K30', due, doneAt: duty.seenAt, leftOut: wronglyChosen(duty) });
  });
}

/** X7 派单错误: the return was upheld, so nothing of it is held against the unit. */
const wronglyChosen = (duty: Duty): LeftOutCode | null =>
  duty.ruledReturns.some(({ upheld }) => upheld) ? 'X7' : null;

const tries = 3;

/** K31, for the lead: itself or whom it passed the order to spoke with the requester, and the call-back says so too. */
export function contactMarks(story: Story, rules: Rules): Mark[] {
  if (!story.hasNumber) return [];
  return worked(story).flatMap((duty) => {
    if (duty.role !== 'lead') return [];
    const due = duty.contactDueAt;
    if (due === undefined) return [unknown('K31', duty.sentAt, duty)];
    if (due === null) return [];
    const spoken = chainOf(story, duty).flatMap((each) => each.tries);
    const reachedAt = earliest(...spoken.map(({ at, reached }) => (reached ? at : null)));
    const missed = spoken.filter(({ reached }) => !reached);
    const bands = new Set(missed.map(({ at }) => bandAt(at, rules.zone)));
    const isGone = reachedAt === null && missed.length >= tries && bands.size >= tries;
    const proof = heardOf(story, duty.round);
    const leftOut = wronglyChosen(duty);
    return clocked(duty, { figure: 'K31', due, doneAt: reachedAt, leftOut }).map((one) => ({
      ...one,
      isMet: one.isMetRaw && proof === true,
      isKnown: proof !== null,
      leftOut: isGone ? ('X9' as const) : one.leftOut,
      waitsUntil: isGone ? null : one.waitsUntil,
    }));
  });
}

function chainOf(story: Story, duty: Duty): Duty[] {
  const children = [...story.duties.values()].filter(({ parent }) => parent === duty.id);
  return [duty, ...children.flatMap((child) => chainOf(story, child))];
}

/** 回访证实: what the requester said of it; null while nobody has said anything. */
function heardOf(story: Story, round: number): boolean | null {
  const answers = story.rounds.find(({ no }) => no === round)?.answers ?? [];
  return answers.findLast(({ contacted }) => typeof contacted === 'boolean')?.contacted ?? null;
}

/** Still waited for while a clock stands: it is not due before it runs again. */
const notBeforeItRuns = new Date('9999-12-31T00:00:00Z');

/** K32, K33, K34: done by the date in force, by the first date, and with more time. */
export function dueMarks(story: Story): Mark[] {
  return worked(story).flatMap((duty) => {
    const { dueAt, originalDueAt } = duty;
    if (dueAt === null || originalDueAt === null) return [];
    if (!duty.isDueKnown) return [unknown('K32', dueAt, duty), unknown('K34', dueAt, duty)];
    const leftOut = wronglyChosen(duty);
    const stands = story.pauses.some(({ from, to }) => to === null && from <= dueAt);
    const doneAt = duty.parkedAt ?? duty.submittedAt;
    const finished = clocked(duty, { figure: 'K32', due: dueAt, doneAt, leftOut, stands });
    return [
      ...finished,
      ...finished.map(
        (one): Mark => ({
          ...one,
          figure: 'K34',
          isMet: duty.isExtended,
          isMetRaw: duty.isExtended,
        }),
      ),
      ...byFirstDate(duty, originalDueAt, { leftOut, stands }),
    ];
  });
}

/** 挂账 is no finishing by the first date; it is left out, not held against the unit (X10). */
function byFirstDate(
  duty: Duty,
  due: Date,
  { leftOut, stands }: { leftOut: LeftOutCode | null; stands: boolean },
): Mark[] {
  const code = leftOut ?? (duty.parkedAt ? 'X10' : null);
  const doneAt = duty.parkedAt ? null : duty.submittedAt;
  return clocked(duty, { figure: 'K33', due, doneAt, leftOut: code, stands });
}

interface Clocked {
  readonly figure: FigureKey;
  readonly due: Date;
  readonly doneAt: Date | null;
  readonly leftOut?: LeftOutCode | null;
  readonly stands?: boolean;
}

/** One clock of a duty. Taken off before it was due, it never was; not done yet, it waits until it is. */
function clocked(
  duty: Duty,
  { figure, due, doneAt, leftOut = null, stands = false }: Clocked,
): Mark[] {
  const about = { figure, at: due, holder: duty, leftOut };
  if (doneAt) return [mark({ ...about, isMet: doneAt <= due })];
  if (duty.endedAt) return isBy(duty.endedAt, due) ? [] : [mark({ ...about, isMet: false })];
  if (duty.parkedAt) return [mark({ ...about, isMet: false })];
  return [mark({ ...about, isMet: false, waitsUntil: stands ? notBeforeItRuns : due })];
}
