import type { letters as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { announce, isNew, tell } from '../../platform/events.ts';
import { allowIf, demand } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { demandConcern } from './concern.ts';
import { fillTemplate, paragraphsOf } from './fill.ts';
import { change, findVisible, insert, lockVisible } from './letters.repo.ts';
import { mayChange, mayCorrect } from './policy.ts';
import { replaceUnits } from './receipts.repo.ts';
import { templateOf } from './templates.ts';

export const letterSubject = (id: string) => ({ kind: 'letter', id }) as const;

/** 拟稿: a template filled in, for one or many units. The door for every module that writes letters. */
export async function draftLetter(
  ctx: Context,
  input: InputOf<typeof contract.draftLetter>,
): Promise<{ letterId: string }> {
  const template = await templateOf(ctx, input.template);
  demand(allowIf(ctx.actor.has('letters.write'), 'identity.not-permitted'));
  if (input.concern) await demandConcern(ctx, input.concern);
  if (input.correctsId) demand(mayCorrect(ctx.actor, await findVisible(ctx, input.correctsId)));
  const [units, { facts }] = await Promise.all([
    organisation.units(ctx, [...new Set(input.toUnits)]),
    organisation.cityWords(ctx),
  ]);
  const { title, body, organ } = fillTemplate(template, input.slots, facts);
  const letterId = ctx.newId();
  await insert(ctx, {
    id: letterId,
    template: template.code,
    kind: template.kind,
    title,
    body: [...body],
    organ,
    red_head: template.redHead,
    number_form: template.numberForm,
    reply_limit: template.replyLimit,
    concern_kind: input.concern?.kind ?? null,
    concern_id: input.concern?.id ?? null,
    corrects_id: input.correctsId ?? null,
  });
  await replaceUnits(ctx, letterId, units);
  isNew(ctx, letterSubject(letterId));
  tell(ctx, letterSubject(letterId), 'letters.drafted', {
    template: template.code,
    units: units.map(({ code }) => code),
    ...(input.correctsId && { corrects: input.correctsId }),
  });
  announce(ctx, 'letters');
  return { letterId };
}

/** 修改拟稿. */
export async function changeDraft(
  ctx: Context,
  { letterId, title, body, toUnits }: InputOf<typeof contract.changeDraft>,
): Promise<{ done: true }> {
  const letter = await lockVisible(ctx, letterId);
  demand(mayChange(ctx.actor, letter));
  await change(ctx, letterId, {
    title: title ?? letter.title,
    body: body === undefined ? letter.body : paragraphsOf(body),
  });
  if (toUnits)
    await replaceUnits(ctx, letterId, await organisation.units(ctx, [...new Set(toUnits)]));
  tell(ctx, letterSubject(letterId), 'letters.changed', toUnits ? { units: toUnits } : {});
  announce(ctx, 'letters');
  return { done: true };
}
