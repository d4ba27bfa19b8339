import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { byLogin, holdAccounts, insertAccount } from './accounts.repo.ts';
import { firstPassword } from './first-password.ts';
import { hashPassword } from './passwords.ts';
import { freePhone } from './phones.ts';
import { mayHold } from './policy.ts';

/** 新建账号: a login is given once and never again, so that what was done with it stays one person's. */
export async function createAccount(
  ctx: Context,
  input: InputOf<typeof identity.createAccount>,
): Promise<ReplyOf<typeof identity.createAccount>> {
  await holdAccounts(ctx);
  const { login, roles, narrowedTo, outsourced } = input;
  const unit = await organisation.unit(ctx, input.unit);
  demand(mayHold({ roles, narrowedTo, outsourced, unit }));
  refuseUnless((await byLogin(ctx, login)) === null, 'identity.login-taken', { login });
  const phone = await freePhone(ctx, input.phone, null);

  const id = ctx.newId();
  const password = firstPassword();
  await insertAccount(ctx, {
    id,
    login,
    name: input.name,
    password_hash: await hashPassword(password),
    password_from: 'admin',
    unit_code: unit.code,
    roles: [...new Set(roles)],
    narrowed_to: narrowedTo,
    is_outsourced: outsourced,
    ...phone,
  });
  const facts = { accountId: id, roles: [...roles], unit: unit.code, narrowedTo, outsourced };
  Object.assign(ctx.unitOfWork.facts, facts);
  return { accountId: id, login, firstPassword: password };
}
