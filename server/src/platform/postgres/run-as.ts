import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { text } from './text.ts';

/** The system user the database runs as; null = ourselves. PostgreSQL refuses to run as root. */
export type RunAs = { uid: number; gid: number } | null;

const userName = 'postgres';

export function runAs(existingCluster: string): RunAs {
  if (process.getuid?.() !== 0) return null;
  return ownerOf(existingCluster) ?? lookUp() ?? createUser();
}

/** May that user pass through the folder? Asked of the system itself, so that access lists count too. */
export function canEnter(user: RunAs, folder: string): boolean {
  return spawnSync('test', ['-x', folder], { ...user, cwd: '/' }).status === 0;
}

export function canRead(user: RunAs, path: string): boolean {
  return spawnSync('test', ['-r', path], { ...user, cwd: '/' }).status === 0;
}

/** A cluster that an ordinary user made earlier keeps its owner when root starts it. */
function ownerOf(folder: string): RunAs {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat === undefined || stat.uid === 0) return null;
  return { uid: stat.uid, gid: stat.gid };
}

function lookUp(): RunAs {
  const ask = (flag: string) => spawnSync('id', [flag, userName], { encoding: 'utf8' });
  const [uid, gid] = [ask('-u'), ask('-g')];
  if (uid.status !== 0 || gid.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function createUser(): RunAs {
  const ways: readonly [string, readonly string[]][] = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', userName],
    ],
    ['adduser', ['-S', '-D', '-H', userName]],
  ];
  for (const [command, args] of ways) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      break;
    } catch {
      // The next way; whether one of them worked is seen below.
    }
  }
  const user = lookUp();
  if (user === null) throw new Error(text.noUser);
  return user;
}
