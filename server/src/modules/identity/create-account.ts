import { randomBytes } from 'node:crypto';
import type { identity } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { tell } from '../../platform/events.ts';
import { demand, refuseUnless } from '../../platform/refusal.ts';
import * as organisation from '../organisation/index.ts';
import { type Account, byLogin, holdAccounts, insertAccount } from './accounts.repo.ts';
import { firstPassword } from './first-password.ts';
import { mustWait } from './must-wait.ts';
import { hashPassword } from './passwords.ts';
import { freePhone } from './phones.ts';
import { mayHold } from './policy.ts';
import type { AskedRights } from './rights.ts';
import { askRights } from './rights-asks.repo.ts';

type Made = ReplyOf<typeof identity.createAccount>;

/**
 * 新建账号: a login is given once and never again, so that what was done with it stays one person's. Roles that may see
 * people wait for a security administrator where the city's rules say so.
 */
export async function createAccount(ctx: Context, input: New): Promise<Made> {
  const { roles, narrowedTo, outsourced, unit } = input;
  const asked = { roles: [...new Set(roles)], narrowedTo, outsourced, unit };
  const rightsWait = await mustWait(ctx, { ...asked, roles: [] }, asked);
  await refuseUnfit(ctx, asked);
  const made = await createAtOnce(
    ctx,
    rightsWait ? { ...input, roles: [], narrowedTo: null } : input,
  );
  if (rightsWait) {
    await askRights(ctx, made.accountId, asked);
    tell(ctx, { kind: 'account', id: made.accountId }, 'identity.rights-asked', {});
    Object.assign(ctx.unitOfWork.facts, { asked: { ...asked } });
  }
  return { ...made, rightsWait };
}

/** Whose second person decided elsewhere: 互助接听 is asked for by one leader and approved by another. */
export async function createAtOnce(ctx: Context, { phone, ...input }: New): Promise<Made> {
  const password = firstPassword();
  const { id, login } = await insertNew(ctx, input, {
    password_hash: await hashPassword(password),
    password_from: 'admin',
    ...(await freePhone(ctx, phone, null)),
  });
  return { accountId: id, login, firstPassword: password, rightsWait: false };
}

async function refuseUnfit(ctx: Context, { unit, ...rights }: AskedRights): Promise<void> {
  demand(mayHold({ ...rights, unit: await organisation.unit(ctx, unit) }));
}

type New = InputOf<typeof identity.createAccount>;

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
