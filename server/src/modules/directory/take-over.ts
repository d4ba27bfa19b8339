import type { DirectorySource } from '@minsheng/contract/words/directory.ts';
import type { Context } from '../../platform/context.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { DirectoryPerson } from '../../ports/directory/index.ts';
import {
  type Account,
  accountById,
  byLogin,
  changeAtOnce,
  createAccountOf,
  holdAccounts,
  unlockAccount,
} from '../identity/index.ts';
import { insertLinked, type Linked, linkedAs, plainLogin, updateLinked } from './people.repo.ts';
import { type DirectoryRights, rightsOf } from './rights-of.ts';

export interface TakenOver {
  readonly account: Account;
  readonly did: 'made' | 'changed' | 'reopened' | 'nothing';
}

/**
 * 按目录开通: the account of a person the directory vouches for. One that is not here yet is made with what their groups
 * allow; one that was made so follows its groups; one that was here before keeps the rights an administrator gave it.
 * A name that is taken here is never taken over. Refuses `directory.no-rights`, `directory.no-unit`,
 * `directory.login-taken`, `directory.login-unfit`, and what `mayHold` refuses.
 */
export async function takeOver(
  ctx: Context,
  source: DirectorySource,
  person: DirectoryPerson,
): Promise<TakenOver> {
  const linked =
    (await linkedAs(ctx, source, person)) ?? (await linkedMeanwhile(ctx, source, person));
  if (!linked) return { account: await make(ctx, source, person), did: 'made' };
  const { subject, issuer } = person;
  await updateLinked(ctx, linked.id, {
    subject,
    issuer,
    login: plainLogin(person.login),
    seen_at: ctx.now,
    gone_at: null,
  });
  const isBack = await reopen(ctx, linked);
  const hasChanged = linked.is_made && (await follow(ctx, linked, person));
  const account = await accountById(ctx, linked.account_id);
  refuseUnless(account, 'identity.no-such-account');
  return { account, did: isBack ? 'reopened' : hasChanged ? 'changed' : 'nothing' };
}

/** Signing in twice at the first time makes one account. */
async function linkedMeanwhile(ctx: Context, source: DirectorySource, person: DirectoryPerson) {
  await holdAccounts(ctx);
  return linkedAs(ctx, source, person);
}

/** Whom a comparison shut out comes in again with the directory; whom an administrator locked does not. */
async function reopen(ctx: Context, { gone_at, account_id }: Linked): Promise<boolean> {
  if (gone_at === null) return false;
  const account = await accountById(ctx, account_id);
  if (!account || account.closed_at || account.locked_at?.getTime() !== gone_at.getTime())
    return false;
  await unlockAccount(ctx, { accountId: account_id });
  return true;
}

async function make(
  ctx: Context,
  source: DirectorySource,
  person: DirectoryPerson,
): Promise<Account> {
  const rights = await rightsOf(ctx, person);
  const login = plainLogin(person.login);
  refuseUnless(/^[a-z][a-z0-9._-]{1,39}$/.test(login), 'directory.login-unfit');
  refuseUnless((await byLogin(ctx, login)) === null, 'directory.login-taken');
  const account = await createAccountOf(ctx, { login, name: nameOf(person), ...rights });
  await insertLinked(ctx, {
    source,
    login,
    subject: person.subject,
    issuer: person.issuer,
    account_id: account.id,
    is_made: true,
    seen_at: ctx.now,
  });
  return account;
}

/** Answers whether something differed. */
async function follow(ctx: Context, { account_id }: Linked, person: DirectoryPerson) {
  const rights = await rightsOf(ctx, person);
  const account = await accountById(ctx, account_id);
  const name = nameOf(person);
  if (!account || account.closed_at || isAsSaid(account, name, rights)) return false;
  await changeAtOnce(ctx, { accountId: account_id, name, ...rights });
  return true;
}

const isAsSaid = (account: Account, name: string, { roles, outsourced, unit }: DirectoryRights) =>
  account.name === name &&
  account.unit_code === unit &&
  account.is_outsourced === outsourced &&
  account.roles.toSorted().join() === roles.toSorted().join();

const nameLength = 40;
const nameOf = ({ name }: DirectoryPerson): string => name.trim().slice(0, nameLength);
