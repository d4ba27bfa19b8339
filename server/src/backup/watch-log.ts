import { chore } from '../platform/chores.ts';
import type { Runtime } from '../platform/context.ts';

/** Said once a minute until it works again: while the log cannot be archived the database keeps it, and its disk fills. */
async function watchLog({ db, log }: Runtime): Promise<void> {
  const { rows } = await db.pool.query<{ failed: string; since: Date }>(
    `select last_failed_wal as failed, last_failed_time as since from pg_stat_archiver
     where last_failed_time > coalesce(last_archived_time, '-infinity')`,
  );
  for (const { failed, since } of rows)
    log.warn(
      { failed, since },
      'the log of the database cannot be archived: look at MINSHENG_BACKUP',
    );
}

chore({ name: 'backup:watch-log', everySeconds: 60, work: watchLog });
