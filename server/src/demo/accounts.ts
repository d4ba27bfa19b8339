import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homePage } from '@minsheng/contract/words/desks.ts';
import { type Role, roleWords } from '@minsheng/contract/words/roles.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import {
  type Account,
  byLogin,
  hasAccounts,
  hashPassword,
  insertAccount,
  isDemo,
  ofTheDemo,
} from '../modules/identity/index.ts';
import type { Context } from '../platform/context.ts';
import { type DemoPerson, demoPeople } from './people.ts';

const accountFile = z.array(
  z.object({
    login: z.string(),
    password: z.string(),
    role: z.string(),
    name: z.string(),
    unit: z.string(),
    page: z.string(),
  }),
);
export type DemoAccount = z.output<typeof accountFile>[number];

export const accountsPath = (dataFolder: string): string => join(dataFolder, 'demo-accounts.json');

/**
 * 演示账号: one per role that has a desk. Passwords are random, decided by a file only its owner can read; the database
 * follows the file, so that a start that was cut off halfway is put right by the next one. An account whose password is
 * not in the file was made from another folder, and one that somebody took over has another password: both are left
 * alone and not shown.
 */
export async function makeDemoAccounts(
  ctx: Context,
  city: string,
  dataFolder: string,
): Promise<DemoAccount[]> {
  // Two processes that start at once on one database: the second finds the accounts made.
  await sql`select pg_advisory_xact_lock(hashtext('demo.accounts'))`.execute(ctx.tx);
  // Where the demo was closed, a new role of a later version brings nobody back.
  if ((await hasAccounts(ctx)) && !(await isDemo(ctx))) return [];
  const path = accountsPath(dataFolder);
  const known = readKnown(path);
  const shown: DemoAccount[] = [];
  for (const person of demoPeople(city, ctx.city.code)) {
    const kept = known.find(({ login }) => login === person.login);
    const made = await byLogin(ctx, person.login);
    if (made && !(kept && isUntouched(made))) continue;
    const account = kept ?? newAccount(person);
    if (!made) await insert(ctx, person, account.password);
    shown.push(account);
  }
  if (shown.length > known.length) writeWhole(path, shown);
  return shown;
}

const isUntouched = ({ password_from, locked_at, closed_at }: Account): boolean =>
  password_from === 'demo' && locked_at === null && closed_at === null;

function readKnown(path: string): DemoAccount[] {
  return existsSync(path) ? accountFile.parse(JSON.parse(readFileSync(path, 'utf8'))) : [];
}

/** Written beside and moved: a password that is in the database is never lost to half a file. */
function writeWhole(path: string, accounts: readonly DemoAccount[]): void {
  const beside = `${path}.${process.pid}.part`;
  writeFileSync(beside, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  renameSync(beside, path);
}

function newAccount({ login, name, unit, roles }: DemoPerson): DemoAccount {
  const password = randomBytes(9).toString('base64url');
  return { login, password, ...wordsOf(roles), name, unit };
}

async function insert(ctx: Context, person: DemoPerson, password: string): Promise<void> {
  await insertAccount(ctx, {
    id: ctx.newId(),
    login: person.login,
    name: person.name,
    password_hash: await hashPassword(password),
    unit_code: person.unit,
    roles: [...person.roles],
    is_outsourced: person.isOutsourced ?? false,
    ...ofTheDemo,
  });
}

function wordsOf(roles: readonly Role[]): { role: string; page: string } {
  const [role = 'agent'] = roles;
  return { role: roleWords[role].label, page: homePage[role] };
}

/** One line a role: login, password, the page it opens on. */
export function announceAccounts(
  accounts: readonly DemoAccount[],
  dataFolder: string,
  say: (line: string) => void,
): void {
  if (accounts.length === 0) return;
  say(`演示账号(口令另存于 ${accountsPath(dataFolder)},仅本机属主可读):`);
  for (const { role, login, password, name, page } of accounts) {
    say(`  ${role.padEnd(8, ' ')} ${login} / ${password}  ${name}  ${page}`);
  }
}
