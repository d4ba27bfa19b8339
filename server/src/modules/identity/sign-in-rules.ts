import type { signIn as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import { idleMinutes, strictRules } from '@minsheng/contract/words/sign-in.ts';
import type { Context } from '../../platform/context.ts';
import type { Json } from '../../platform/json.ts';
import { accountName } from './accounts.repo.ts';
import {
  type ChosenRules,
  isDemo,
  keepRules,
  keptRules,
  type SignInRules,
} from './sign-in-rules.repo.ts';

/** 演示: whoever looks around is asked for nothing. */
const demo: SignInRules = {
  factorRoles: [],
  confirmsGrants: false,
  idleMinutes: idleMinutes.most,
  sessionHours: 12,
};

export function rulesFrom(chosen: ChosenRules | null, demoIsOpen: boolean): SignInRules {
  if (chosen)
    return {
      factorRoles: chosen.factor_roles,
      confirmsGrants: chosen.confirms_grants,
      idleMinutes: chosen.idle_minutes,
      sessionHours: chosen.session_hours,
    };
  return demoIsOpen ? demo : strictRules;
}

export async function rulesOf(ctx: Context): Promise<SignInRules> {
  const chosen = await keptRules(ctx);
  return rulesFrom(chosen, chosen ? false : await isDemo(ctx));
}

export async function readRules(ctx: Context): Promise<ReplyOf<typeof contract.readRules>> {
  const chosen = await keptRules(ctx);
  const demoIsOpen = await isDemo(ctx);
  const { factorRoles, ...rules } = rulesFrom(chosen, demoIsOpen);
  return {
    ...rules,
    factorRoles: [...factorRoles],
    chosen: chosen && {
      at: chosen.changed_at.toISOString(),
      by: (await accountName(ctx, chosen.changed_by)) ?? '',
    },
    isDemo: demoIsOpen,
  };
}

/** 修改规则: what was and what is stands in the audit line. */
export async function changeRules(
  ctx: Context,
  { factorRoles, ...input }: InputOf<typeof contract.changeRules>,
): Promise<{ done: true }> {
  const next = { ...input, factorRoles: [...new Set(factorRoles)] };
  Object.assign(ctx.unitOfWork.facts, { before: asJson(await rulesOf(ctx)), after: next });
  await keepRules(ctx, next);
  return { done: true };
}

const asJson = ({ factorRoles, ...rules }: SignInRules): Json => ({
  ...rules,
  factorRoles: [...factorRoles],
});
