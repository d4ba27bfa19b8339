/** 身份: accounts, sessions, one-time links; what each role allows. */
export { aboutExport } from './about-export.ts';
export { accountNames } from './account-names.ts';
export {
  type Account,
  accountName,
  byLogin,
  frontLineOf,
  insertAccount,
  ofTheDemo,
} from './accounts.repo.ts';
export { machineActor, permissionsOf, scopeOf, staffActor } from './actor-of.ts';
export { actorOfKeyId, admitKey, keyOfActor } from './admit-key.ts';
export { makeApiKey } from './api-keys.ts';
export { refuseCodeGuessing, wrongCode } from './code-tries.ts';
export { makeLink, openLink } from './links.ts';
export { hashPassword } from './passwords.ts';
export { resolveActor } from './resolve-actor.ts';
export { peopleWho, phonesIn, type Worker, workersIn } from './workers.repo.ts';
