import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homePage } from '@minsheng/contract/words/desks.ts';
import { type Role, roleWords } from '@minsheng/contract/words/roles.ts';
import { z } from 'zod';
import { byLogin, hashPassword, insertAccount } from '../modules/identity/index.ts';
import type { Context } from '../platform/context.ts';
import { demoPeople } from './people.ts';

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
 * 演示账号: one per role that has a desk, passwords random, made at the first start and kept in a file only its owner
 * can read. A second start finds them.
 */
export async function makeDemoAccounts(
  ctx: Context,
  city: string,
  dataFolder: string,
): Promise<DemoAccount[]> {
  const path = accountsPath(dataFolder);
  if (existsSync(path)) return accountFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const made: DemoAccount[] = [];
  for (const person of demoPeople(city, ctx.city.code)) {
    if (await byLogin(ctx, person.login)) continue;
    const password = randomBytes(9).toString('base64url');
    await insertAccount(ctx, {
      id: ctx.newId(),
      login: person.login,
      name: person.name,
      password_hash: await hashPassword(password),
      unit_code: person.unit,
      roles: [...person.roles],
      is_outsourced: person.isOutsourced ?? false,
    });
    made.push({
      login: person.login,
      password,
      ...wordsOf(person.roles),
      name: person.name,
      unit: person.unit,
    });
  }
  writeFileSync(path, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return made;
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
  say(`演示账号(口令另存于 ${accountsPath(dataFolder)},仅本机属主可读):`);
  for (const { role, login, password, name, page } of accounts) {
    say(`  ${role.padEnd(8, ' ')} ${login} / ${password}  ${name}  ${page}`);
  }
}
