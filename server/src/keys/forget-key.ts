import type { Database } from '../platform/db.ts';
import { keyIdsIn, keysChangedAt, removeKey } from '../platform/key-file.ts';
import { fileKeyUse } from '../ports/storage/index.ts';
import { type KeyUse, keyUse } from './reseal.ts';
import { text } from './text.ts';

/** Longer than any transaction lives that sealed with the older key before it heard of the newer one. */
const settlesMinutes = 10;

interface Forgetting {
  readonly db: Database;
  readonly dataFolder: string;
  /** Where files lie that a key of ours opens: ours, and the backup's. */
  readonly fileFolders: readonly string[];
  readonly keyId: number;
  readonly now: Date;
}

/** 销毁旧密钥: only when nothing is sealed with it any more, and never the one that encrypts. */
export async function forgetKey({
  db,
  dataFolder,
  fileFolders,
  keyId,
  now,
}: Forgetting): Promise<void> {
  const ids = keyIdsIn(dataFolder);
  if (!ids.includes(keyId)) throw new Error(text.unknown(keyId));
  if (ids.at(-1) === keyId) throw new Error(text.newest(keyId));
  const settledAt = keysChangedAt(dataFolder).getTime() + settlesMinutes * 60_000;
  if (now.getTime() < settledAt) throw new Error(text.tooSoon(settlesMinutes));
  const all = [...(await keyUse(db)), ...(await filesUse(fileFolders))];
  const uses = all.filter((use) => use.keyId === keyId);
  if (uses.length > 0) throw new Error(text.inUse(keyId, uses));
  removeKey(dataFolder, keyId);
}

/** Files that lie in clear (0) are opened by no key and hold none back. */
async function filesUse(folders: readonly string[]): Promise<KeyUse[]> {
  const uses = await Promise.all(
    folders.map(async (folder) =>
      [...(await fileKeyUse(folder))].map(([keyId, rows]) => ({ table: folder, keyId, rows })),
    ),
  );
  return uses.flat();
}
