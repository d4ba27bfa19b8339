import type { autoDispatch as contract } from '@minsheng/contract';
import type { InputOf } from '@minsheng/contract/route.ts';
import type { EventType } from '@minsheng/contract/words/events.ts';
import type { Context } from '../../platform/context.ts';
import { announce, tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as matters from '../matters/index.ts';
import { insertChange, type NewChange } from './changes.repo.ts';
import { mayChange } from './policy.ts';
import { changeSetting, matterSetting, saveMatter, settingToChange } from './settings.repo.ts';

const done = { done: true } as const;

/** 总开关: off holds from the instant it is committed, for every process; on is the director's. */
export async function setSwitch(
  ctx: Context,
  { isOn, reason }: InputOf<typeof contract.setSwitch>,
): Promise<typeof done> {
  const before = await settingToChange(ctx);
  demand(mayChange(ctx.actor, { letsMore: isOn }));
  refuseUnless(before.isOn !== isOn, 'auto-dispatch.unchanged');

  await changeSetting(ctx, { is_on: isOn });
  await keep(ctx, 'auto-dispatch.switched', before.subjectId, {
    what: 'switch',
    matterCode: null,
    before: { isOn: before.isOn },
    after: { isOn },
    reason,
  });
  return done;
}

/** 门槛. */
export async function setBar(
  ctx: Context,
  { barPermille, surePermille, reason }: InputOf<typeof contract.setBar>,
): Promise<typeof done> {
  const before = await settingToChange(ctx);
  const letsMore = barPermille < before.barPermille || surePermille < before.surePermille;
  demand(mayChange(ctx.actor, { letsMore }));
  const isSame = barPermille === before.barPermille && surePermille === before.surePermille;
  refuseUnless(!isSame, 'auto-dispatch.unchanged');

  await changeSetting(ctx, { bar_permille: barPermille, sure_permille: surePermille });
  await keep(ctx, 'auto-dispatch.bar-changed', before.subjectId, {
    what: 'bar',
    matterCode: null,
    before: { barPermille: before.barPermille, surePermille: before.surePermille },
    after: { barPermille, surePermille },
    reason,
  });
  return done;
}

/** 事项设置: one matter stopped or let again, with a bar of its own. */
export async function setMatter(
  ctx: Context,
  { matter: matterCode, isOff, barPermille, reason }: InputOf<typeof contract.setMatter>,
): Promise<typeof done> {
  const { subjectId, barPermille: usual } = await settingToChange(ctx);
  await matters.matter(ctx, matterCode);
  const before = await matterSetting(ctx, matterCode);
  const isLower = (barPermille ?? usual) < (before.barPermille ?? usual);
  demand(mayChange(ctx.actor, { letsMore: isLower || (before.isOff && !isOff) }));
  const isSame = before.isOff === isOff && before.barPermille === barPermille;
  refuseUnless(!isSame, 'auto-dispatch.unchanged');

  await saveMatter(ctx, matterCode, { isOff, barPermille });
  await keep(ctx, 'auto-dispatch.matter-changed', subjectId, {
    what: 'matter',
    matterCode,
    before: { ...before },
    after: { isOff, barPermille },
    reason,
  });
  return done;
}

/** The event names the row that holds the reason's words. */
async function keep(
  ctx: Context,
  type: EventType,
  subjectId: string,
  change: NewChange,
): Promise<void> {
  const changeId = await insertChange(ctx, change);
  tell(ctx, { kind: 'auto-dispatch', id: subjectId }, type, {
    change: changeId,
    matter: change.matterCode,
    before: change.before,
    after: change.after,
  });
  announce(ctx, 'auto-dispatch');
}
