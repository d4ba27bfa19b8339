import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runAs } from '../src/platform/postgres/run-as.ts';

/** Versions of PostgreSQL the system itself has, below and besides the one we bring. */
export function systemVersions(): string[] {
  return ['15', '16', '17'].filter((version) => existsSync(join(programs(version), 'initdb')));
}

export interface SystemCluster {
  connectionString: string;
  stop(): void;
}

/** A cluster of the system's own PostgreSQL, made by its own programs, for proving that ours is not needed. */
export function startSystemCluster(version: string, folder: string): SystemCluster {
  const user = runAs(join(folder, 'cluster'));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const [cluster, socket] = [join(folder, 'cluster'), join(folder, 'socket')];
  mkdirSync(socket);
  if (user !== null) chownSync(socket, user.uid, user.gid);
  const run = (program: string, ...args: string[]) =>
    execFileSync(join(programs(version), program), args, { ...user, cwd: '/', stdio: 'ignore' });

  run(
    'initdb',
    '-D',
    cluster,
    '-U',
    'owner',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  );
  const options = `-c listen_addresses= -c unix_socket_directories=${socket} -c fsync=off`;
  run('pg_ctl', '-D', cluster, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
  return {
    connectionString: `postgresql://owner@localhost/postgres?host=${encodeURIComponent(socket)}`,
    stop: () => void run('pg_ctl', '-D', cluster, '-w', '-m', 'fast', 'stop'),
  };
}

function programs(version: string): string {
  return `/usr/lib/postgresql/${version}/bin`;
}
