import { existsSync } from 'node:fs';

export const programs = {
  patroni: '/usr/bin/patroni',
  etcd: '/usr/bin/etcd',
  postgres: '/usr/lib/postgresql/15/bin',
} as const;

const needed: readonly (readonly [path: string, packages: string])[] = [
  [programs.patroni, 'patroni'],
  // By which Patroni speaks with etcd; it is only recommended of nobody.
  ['/usr/lib/python3/dist-packages/etcd', 'python3-etcd'],
  [programs.etcd, 'etcd-server'],
  [`${programs.postgres}/postgres`, 'postgresql-15'],
];

/** Debian packages this needs and this machine has not. */
export const missingPackages = (): string[] =>
  needed.flatMap(([path, name]) => (existsSync(path) ? [] : [name]));
