import { purposeLabel, purposes } from '@minsheng/contract/orders.ts';
import { assignmentRoleLabel, assignmentRoles } from '@minsheng/contract/words/assignment.ts';
import { proposalSourceLabel, proposalSources } from '@minsheng/contract/words/auto-dispatch.ts';
import { correctedKindLabel } from '@minsheng/contract/words/calendar.ts';
import {
  ratingLabel,
  ratings,
  reasonClasses,
  reasonClassLabel,
  solvedAnswerLabel,
  solvedAnswers,
  timeBandLabel,
  timeBands,
} from '@minsheng/contract/words/call-back.ts';
import {
  deferralKindLabel,
  deferralKinds,
  deferralReasonLabel,
  deferralReasons,
} from '@minsheng/contract/words/deferrals.ts';
import { returnReasonLabel, returnReasons } from '@minsheng/contract/words/disputes.ts';
import {
  intakeResultLabel,
  intakeResults,
  orderStatuses,
  orderStatusLabel,
  urgencies,
  urgencyLabel,
} from '@minsheng/contract/words/order.ts';
import { whyNotSame, whyNotSameLabel } from '@minsheng/contract/words/same-thing.ts';
import {
  instrumentLabel,
  instruments,
  supervisionLevels,
  supervisionTriggerLabel,
  supervisionTriggers,
  warningPointLabel,
  warningPoints,
} from '@minsheng/contract/words/supervision.ts';
import { z } from 'zod';
import type { StoredEvent } from '../../platform/events.ts';
import type { Json } from '../../platform/json.ts';
import { cityHour } from '../organisation/index.ts';
import { closeKindLabel, orderText, rejectReasonLabel } from './text.ts';

export interface FactNames {
  units: ReadonlyMap<string, string>;
  areas: ReadonlyMap<string, string>;
  matters: ReadonlyMap<string, string>;
  accounts: ReadonlyMap<string, string>;
  zone: string;
}

type Event = Pick<StoredEvent, 'data'>;
type Word = (value: Json, names: FactNames) => string | null;

function labelOf<Code extends string>(codes: readonly Code[], labels: Record<Code, string>): Word {
  return (value) => {
    const code = codes.find((one) => one === value);
    return code === undefined ? null : labels[code];
  };
}

const unit: Word = (value, { units }) =>
  typeof value === 'string' ? (units.get(value) ?? value) : null;
const area: Word = (value, { areas }) =>
  typeof value === 'string' ? (areas.get(value) ?? value) : null;
const yesNo: Word = (value) =>
  typeof value === 'boolean' ? (value ? orderText.yes : orderText.no) : null;
const status = labelOf(orderStatuses, orderStatusLabel);
const urgency = labelOf(urgencies, urgencyLabel);
const rating = labelOf(ratings, ratingLabel);
const minutes: Word = (value) => (typeof value === 'number' ? String(value) : null);
const instant: Word = (value, { zone }) => {
  if (typeof value !== 'string') return null;
  const { on, time } = cityHour(new Date(value), zone);
  return `${on} ${time}`;
};
const people: Word = (value, { accounts }) =>
  Array.isArray(value) && value.length > 0
    ? value.map((id) => accounts.get(String(id)) ?? '').join('、')
    : null;
const percent: Word = (value) => (typeof value === 'number' ? `${value / 10}%` : null);
const ofWindow: Word = (value) => (typeof value === 'number' ? orderText.ofLast500(value) : null);
const changedDays = z.array(
  z.object({ on: z.string(), after: z.enum(['off', 'work']).nullable() }),
);
const calendarDays: Word = (value) => {
  const { data: days } = changedDays.safeParse(value);
  if (!days || days.length === 0) return null;
  return days.map(({ on, after }) => `${on} ${correctedKindLabel[after ?? 'plain']}`).join('、');
};
const day: Word = (value) => (typeof value === 'string' ? value : null);

/**
 * 要点: what of an event a person reads beside it, by the name it is shown under. Ids, digests and numbers of texts are
 * not named here, so they stay out of sight.
 */
const words: Readonly<Record<string, readonly [member: string, word: Word]>> = {
  from: ['from', status],
  to: ['to', status],
  before: ['before', urgency],
  after: ['after', urgency],
  urgency: ['urgency', urgency],
  lead: ['lead', unit],
  toUnit: ['toUnit', unit],
  properUnit: ['properUnit', unit],
  returnReason: ['returnReason', labelOf(returnReasons, returnReasonLabel)],
  deferral: ['deferral', labelOf(deferralKinds, deferralKindLabel)],
  deferralReason: ['deferralReason', labelOf(deferralReasons, deferralReasonLabel)],
  level: ['level', (value) => supervisionLevels.find((code) => code === value) ?? null],
  supervisionTrigger: ['trigger', labelOf(supervisionTriggers, supervisionTriggerLabel)],
  instrument: ['instrument', labelOf(instruments, instrumentLabel)],
  point: ['point', labelOf(warningPoints, warningPointLabel)],
  answerDueAt: ['answerDueAt', instant],
  fromArea: ['fromArea', area],
  toArea: ['toArea', area],
  readArea: ['readArea', area],
  role: ['role', labelOf(assignmentRoles, assignmentRoleLabel)],
  matter: [
    'matter',
    (value, { matters }) => (typeof value === 'string' ? (matters.get(value) ?? value) : null),
  ],
  dueBefore: ['dueBefore', instant],
  dueAt: ['dueAt', instant],
  promiseAt: ['promiseAt', instant],
  calendarDays: ['days', calendarDays],
  dueOn: ['dueOn', day],
  isLate: ['late', yesNo],
  reached: ['reached', yesNo],
  givenUp: ['byRule', (value) => (value === true ? orderText.givenUp : null)],
  band: ['band', labelOf(timeBands, timeBandLabel)],
  solved: ['solved', labelOf(solvedAnswers, solvedAnswerLabel)],
  process: ['process', rating],
  resultRating: ['result', rating],
  result: ['result', labelOf(intakeResults, intakeResultLabel)],
  reasonClass: ['reasonClass', labelOf(reasonClasses, reasonClassLabel)],
  reason: ['reason', (value) => rejectReasonLabel[String(value)] ?? null],
  as: ['kind', (value) => closeKindLabel[String(value)] ?? null],
  whyNot: ['whyNot', labelOf(whyNotSame, whyNotSameLabel)],
  undone: ['undoes', (value) => (typeof value === 'number' ? orderText.undone : null)],
  purpose: ['purpose', labelOf(purposes, purposeLabel)],
  minutes: ['minutes', minutes],
  orderCount: ['count', (value) => (typeof value === 'number' ? orderText.orders(value) : null)],
  named: ['named', people],
  source: ['source', labelOf(proposalSources, proposalSourceLabel)],
  confidence: ['permille', percent],
  firstRight: ['firstRight', ofWindow],
};

export function factsOf({ data }: Event, names: FactNames): Record<string, string> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, [member, word]]) => {
      const said = word(data[member] ?? null, names);
      return said === null ? [] : [[name, said]];
    }),
  );
}

/** Unit codes an event names. */
export const unitsIn = ({ data }: Event): string[] =>
  [data.unit, data.lead, data.toUnit, data.properUnit].filter(
    (code): code is string => typeof code === 'string',
  );

/** Areas an event names. */
export const areasIn = ({ data }: Event): string[] =>
  [data.fromArea, data.toArea, data.readArea].filter((code) => typeof code === 'string');

export const mattersIn = ({ data }: Event): string[] =>
  typeof data.matter === 'string' ? [data.matter] : [];

/** Accounts an event names besides whoever did it. */
export const accountsIn = ({ data }: Event): string[] =>
  Array.isArray(data.named) ? data.named.map(String) : [];
