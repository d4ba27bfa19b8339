/**
 * How our own PostgreSQL is set, in one place: two cores and a few gigabytes shared with the
 * program itself. Given on the command line at every start, so a change here needs no migration.
 */
export const settings = {
  // Reached only through the socket in its folder, which only its user may enter.
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '60',

  shared_buffers: '512MB',
  effective_cache_size: '2GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',

  // When the API says yes it is durable: fsync and synchronous_commit stay on, even if the folder says otherwise.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_compression: 'on',
  wal_buffers: '16MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',

  random_page_cost: '1.1',
  jit: 'off',
  // Two cores: a parallel scan would only take the second core from the program.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '1',
  // Every use case is short; a transaction left open keeps its locks, and what was deleted since cannot be cleared away.
  idle_in_transaction_session_timeout: '60s',

  TimeZone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // No row contents and no statement texts in the log: they may hold a person's data.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_min_messages: 'warning',
  log_parameter_max_length_on_error: '0',
  log_checkpoints: 'off',
} as const satisfies Record<string, string>;

/**
 * For tests, whose data nobody misses: nothing waits for the disk, memory stays small, and nothing works in the
 * background at hours of its own: what a plan is made by would change while a test looks at the plan.
 */
export const disposableSettings = {
  autovacuum: 'off',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_wal_size: '512MB',
} as const satisfies Record<string, string>;

export const initdbFlags = [
  '--encoding=UTF8',
  // The builtin provider sorts the same on every machine and upgrade; Chinese order is asked
  // for where a list shows it, with the ICU collation "zh-x-icu".
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--text-search-config=simple',
  '--data-checksums',
  '--username=postgres',
  '--auth-local=trust',
  '--auth-host=reject',
  '--no-instructions',
] as const;

export const socketPort = 5432;

/** As they stand on the command line: what every start has, then what this one has besides. */
export function flagsWith(socketFolder: string, more: Readonly<Record<string, string>>): string[] {
  const all = {
    ...settings,
    ...more,
    port: String(socketPort),
    unix_socket_directories: socketFolder,
  };
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

export const majorVersion = '18';
