import type { conduct as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import {
  type ConductMeasure,
  conductGradeLabel,
  conductMeasureLabel,
  measuresOf,
} from '@minsheng/contract/words/conduct.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import { encrypt } from '../../platform/secrets.ts';
import { phoneIndex } from '../requesters/index.ts';
import { callOf } from '../telephony/index.ts';
import { earlierOf } from './earlier.ts';
import { expireLater } from './expire.ts';
import { decideBy } from './mark-waits.ts';
import { holdNumber, insert, marksOf } from './marks.repo.ts';
import { isQuiet } from './policy.ts';

type Ask = InputOf<typeof contract.askMark>;

const fewestWarnings = 2;
const labelDays = 365;
const dayMs = 86_400_000;

/** 标记扰乱行为 of the caller on the line. Advice and a label stand at once; whatever keeps calls away waits for another person. */
export async function askMark(ctx: Context, input: Ask): Promise<ReplyOf<typeof contract.askMark>> {
  const call = await callOf(ctx, input.callId);
  refuseUnless(call.number, 'conduct.number-unknown');
  const numberIndex = phoneIndex(ctx, call.number);
  const { grounds } = input;
  refuseUnless(grounds !== 'frequency', 'conduct.frequency-alone');
  refuseUnless(measuresOf[input.grade].includes(input.measure), 'conduct.measure-too-strong', {
    grade: conductGradeLabel[input.grade],
    measure: conductMeasureLabel[input.measure],
  });
  await holdNumber(ctx, numberIndex);
  await refuseUnfounded(ctx, numberIndex, input);

  const id = ctx.newId();
  const state = stateOf(input.measure);
  const untilAt = state === 'in-force' ? new Date(ctx.now.getTime() + labelDays * dayMs) : null;
  await insert(ctx, {
    city_id: ctx.cityId,
    id,
    number_index: numberIndex,
    call_id: call.id,
    grade: input.grade,
    grounds,
    measure: input.measure,
    state,
    words_enc: encrypt(ctx.keys, input.words),
    asked_by: ctx.actor.accountId,
    asked_at: ctx.now,
    until_at: untilAt,
  });
  if (untilAt) expireLater(ctx, id, untilAt);
  if (state === 'asked') await decideBy(ctx, id);
  const subject = { kind: 'conduct', id } as const;
  isNew(ctx, subject);
  tell(ctx, subject, 'conduct.asked', {
    grade: input.grade,
    grounds,
    measure: input.measure,
    state,
    call: call.id,
  });
  announce(ctx, 'conduct');
  return { markId: id, state };
}

function stateOf(measure: ConductMeasure): 'over' | 'in-force' | 'asked' {
  if (measure === 'script') return 'over';
  return measure === 'label' ? 'in-force' : 'asked';
}

/** What an agent must have seen and done before a person is kept waiting for what they did. */
async function refuseUnfounded(ctx: Context, numberIndex: Buffer, input: Ask): Promise<void> {
  const past = await earlierOf(ctx, numberIndex);
  if (input.grade === 'malicious' || input.grade === 'unlawful')
    refuseUnless(input.looked, 'conduct.look-first');
  if (input.grade === 'malicious')
    refuseUnless(past.unsolved === 0, 'conduct.unsolved-first', { count: past.unsolved });
  if (input.measure === 'script') return;
  const standing = (await marksOf(ctx, numberIndex)).filter(
    ({ state, measure }) => (state === 'asked' || state === 'in-force') && measure !== 'label',
  );
  if (input.measure !== 'label') refuseUnless(standing.length === 0, 'conduct.already');
  if (!isQuiet(input.measure)) return;
  refuseUnless(!past.hasEmergency, 'conduct.emergency-open');
  const isGrave = input.grade === 'unlawful';
  refuseUnless(isGrave || past.warnings >= fewestWarnings, 'conduct.warn-first', {
    count: past.warnings,
  });
}
