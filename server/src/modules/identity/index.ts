/** 身份: accounts, sessions, one-time links; what each role allows. */
export { aboutExport } from './about-export.ts';
export { accountNames } from './account-names.ts';
export {
  type Account,
  accountName,
  accountsByIds,
  byId as accountById,
  byLogin,
  frontLineOf,
  hasAccounts,
  holdAccounts,
  insertAccount,
  ofTheDemo,
} from './accounts.repo.ts';
export { machineActor, permissionsOf, scopeOf, staffActor } from './actor-of.ts';
export { actorOfKeyId, admitKey, keyOfActor } from './admit-key.ts';
export { makeApiKey } from './api-keys.ts';
export { changeAccount, changeAtOnce } from './change-account.ts';
export { tryCode } from './code-tries.ts';
export { createAccountOf, createAtOnce } from './create-account.ts';
export { holdAccount } from './held-account.ts';
export { makeLink, openLink } from './links.ts';
export { closeAccount, lockAccount, unlockAccount } from './lock-account.ts';
export { hashPassword } from './passwords.ts';
export { resolveActor, sessionCookie } from './resolve-actor.ts';
export { openAsks } from './rights-asks.repo.ts';
export { openFor } from './sign-in.ts';
export { isDemo } from './sign-in-rules.repo.ts';
export { forgetWrong, giveGuessBack, knowing, takeGuess } from './tries.ts';
export { accountsIn, peopleWho, phonesIn, type Worker, workersIn } from './workers.repo.ts';
