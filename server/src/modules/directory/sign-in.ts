import type { directory } from '@minsheng/contract';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { DirectorySource } from '@minsheng/contract/words/directory.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal, refuseUnless } from '../../platform/refusal.ts';
import {
  type DirectoryPerson,
  DirectoryRefuses,
  DirectorySilent,
} from '../../ports/directory/index.ts';
import { forgetWrong, giveGuessBack, knowing, openFor, takeGuess } from '../identity/index.ts';
import { plainLogin } from './people.repo.ts';
import { takeOver } from './take-over.ts';

type Reply = ReplyOf<typeof directory.signIn>;

/** Which ways there are, for the page of sign-in. */
export async function ways(ctx: Context): Promise<ReplyOf<typeof directory.ways>> {
  const { oidc, ldap } = ctx.ports.directory;
  const labelOf = (way: { readonly label: string } | null) => way && { label: way.label };
  return { oidc: labelOf(oidc), ldap: labelOf(ldap) };
}

/** Nobody shuts the login of an account here by guessing at the directory, nor the other way round. */
const guessAt = (login: string) =>
  ({ scope: 'password', key: `ldap:${plainLogin(login)}` }) as const;

/** Before the directory is asked: it has its own count of wrong passwords, and locks people out by it. */
export async function guessAtDirectory(ctx: Context, login: string): Promise<void> {
  refuseUnless(ctx.ports.directory.ldap, 'directory.not-set');
  await takeGuess(ctx, guessAt(login));
}

/** A directory that did not answer shuts nobody out. */
export const unguess = (ctx: Context, login: string): Promise<void> =>
  giveGuessBack(ctx, guessAt(login));

/** 以单位目录登录: what the directory said of login and password. Refuses what `takeOver` refuses, and `identity.locked`. */
export async function signInAs(
  ctx: Context,
  { login, person }: { login: string; person: DirectoryPerson | null },
): Promise<Reply> {
  if (person === null) throw new Refusal('identity.wrong-password');
  await forgetWrong(ctx, guessAt(login));
  return knowing(guessAt(login), openAs(ctx, 'ldap', person));
}

export async function openAs(
  ctx: Context,
  source: DirectorySource,
  person: DirectoryPerson,
): Promise<Reply> {
  const { account } = await takeOver(ctx, source, person);
  return openFor(ctx, account);
}

/** What the port throws, as a refusal that says what to do. */
export async function asRefusal<T>(ask: Promise<T>): Promise<T> {
  try {
    return await ask;
  } catch (error) {
    if (error instanceof DirectorySilent) throw new Refusal('directory.silent');
    if (error instanceof DirectoryRefuses) throw new Refusal('directory.unproven');
    throw error;
  }
}
