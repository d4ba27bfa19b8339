import type { Database } from '../platform/db.ts';
import type { Keys } from '../platform/secrets.ts';
import { type SealedKept, sealKept } from '../ports/storage/index.ts';

export interface FilesToSeal {
  readonly db: Database;
  readonly keys: Keys;
  readonly folder: string;
  readonly isBackup: boolean;
  onProgress(sealed: number): void;
}

/** 上传文件加密 and 换包 of a folder of files, until a pass finds nothing: a process may have sealed with the older key a moment ago. */
export async function sealFiles({
  db,
  keys,
  folder,
  isBackup,
  onProgress,
}: FilesToSeal): Promise<SealedKept> {
  let sealed = 0;
  for (;;) {
    const found = await sealKept({
      ...{ folder, keys, onProgress },
      keepsOlder: isBackup,
      inTurn: (digest, work) => inTurn(db, digest, work),
    });
    sealed += found.sealed;
    if (found.sealed === 0) return { sealed, spoilt: found.spoilt };
  }
}

/** Against whoever removes this content: the same lock as that of module files. */
async function inTurn(
  { pool }: Database,
  digest: string,
  work: () => Promise<void>,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [digest]);
    await work();
  } finally {
    await client.query('rollback').catch(() => {});
    client.release();
  }
}
