import { join } from 'node:path';
import { programs } from './packages.ts';

export interface NodePlace {
  readonly name: string;
  readonly folder: string;
  readonly postgresPort: number;
  readonly restPort: number;
  readonly etcdPort: number;
  readonly password: string;
}

/** How Patroni agrees on a primary; docs/operators.md says why each. */
export const agreed = {
  ttl: 20,
  loop_wait: 5,
  retry_timeout: 5,
  maximum_lag_on_failover: 1_048_576,
  primary_start_timeout: 0,
  synchronous_mode: true,
  synchronous_mode_strict: true,
} as const;

export const clusterFolderOf = ({ folder }: NodePlace): string => join(folder, 'cluster');

/** patroni.yml: JSON is YAML. */
export function nodeSettings(place: NodePlace): string {
  const { name, folder, postgresPort, restPort, etcdPort, password } = place;
  const rest = `127.0.0.1:${restPort}`;
  const postgres = `127.0.0.1:${postgresPort}`;
  return JSON.stringify({
    scope: 'minsheng',
    name,
    restapi: { listen: rest, connect_address: rest },
    etcd3: { hosts: [`127.0.0.1:${etcdPort}`] },
    bootstrap: {
      dcs: { ...agreed, postgresql: { use_pg_rewind: true, use_slots: true, parameters } },
      initdb: [{ encoding: 'UTF8' }, { locale: 'C' }, 'data-checksums'],
    },
    postgresql: {
      listen: postgres,
      connect_address: postgres,
      data_dir: clusterFolderOf(place),
      bin_dir: programs.postgres,
      pgpass: join(folder, 'pgpass'),
      authentication: {
        superuser: { username: 'postgres', password },
        replication: { username: 'replicator', password },
      },
      parameters: { unix_socket_directories: folder },
      pg_hba: [
        'local all all scram-sha-256',
        'host all all 127.0.0.1/32 scram-sha-256',
        'host replication replicator 127.0.0.1/32 scram-sha-256',
      ],
    },
  });
}

/** Three servers on one small machine; what makes a yes durable is as the product wants it. */
const parameters = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: 60,
  shared_buffers: '64MB',
  jit: 'off',
  TimeZone: 'UTC',
  log_min_error_statement: 'panic',
} as const;
