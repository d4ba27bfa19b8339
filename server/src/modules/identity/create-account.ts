import { randomBytes } from 'node:crypto';
import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { type Account, byLogin, holdAccounts, insertAccount } from './accounts.repo.ts';
import { firstPassword } from './first-password.ts';
import { hashPassword } from './passwords.ts';
import { freePhone } from './phones.ts';
import { mayHold } from './policy.ts';

/** 新建账号: a login is given once and never again, so that what was done with it stays one person's. */
export async function createAccount(
  ctx: Context,
  { phone, ...input }: InputOf<typeof identity.createAccount>,
): Promise<ReplyOf<typeof identity.createAccount>> {
  const password = firstPassword();
  const { id, login } = await insertNew(ctx, input, {
    password_hash: await hashPassword(password),
    password_from: 'admin',
    ...(await freePhone(ctx, phone, null)),
  });
  return { accountId: id, login, firstPassword: password };
}

type Asked = Omit<InputOf<typeof identity.createAccount>, 'phone'>;

/** An account that is opened by a directory outside alone: nobody knows a password of it. */
export const createAccountOf = async (
  ctx: Context,
  asked: Omit<Asked, 'narrowedTo'>,
): Promise<Account> =>
  insertNew(
    ctx,
    { ...asked, narrowedTo: null },
    {
      password_hash: await hashPassword(randomBytes(32).toString('base64url')),
      password_from: 'nobody',
      phone_enc: null,
      phone_index: null,
    },
  );

async function insertNew(
  ctx: Context,
  { login, name, roles, narrowedTo, outsourced, ...asked }: Asked,
  secret: Pick<Account, 'password_hash' | 'password_from' | 'phone_enc' | 'phone_index'>,
): Promise<Account> {
  await holdAccounts(ctx);
  const unit = await organisation.unit(ctx, asked.unit);
  demand(mayHold({ roles, narrowedTo, outsourced, unit }));
  refuseUnless((await byLogin(ctx, login)) === null, 'identity.login-taken', { login });
  const account = {
    id: ctx.newId(),
    login,
    name,
    unit_code: unit.code,
    roles: [...new Set(roles)],
    narrowed_to: narrowedTo,
    is_outsourced: outsourced,
    ...secret,
  };
  await insertAccount(ctx, account);
  const facts = {
    accountId: account.id,
    roles: [...roles],
    unit: unit.code,
    narrowedTo,
    outsourced,
  };
  Object.assign(ctx.unitOfWork.facts, facts);
  return { ...account, locked_at: null, closed_at: null };
}
