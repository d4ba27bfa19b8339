import type { Log } from '../../platform/log.ts';
import type { Received, StoragePort } from './storage.ts';

/**
 * 双份: what is kept is copied to a second storage as well, the backup's. The first one decides: a copy that fails is
 * told and made good by the next backup. Nothing is removed there; old backups go with what only they need.
 */
export function mirroredStorage(first: StoragePort, second: StoragePort, log: Log): StoragePort {
  const mirrored = (received: Received): Received => ({
    ...received,
    keep: async () => {
      await received.keep();
      try {
        await copyFile(first, second, received.digest);
      } catch (error) {
        log.warn({ err: error }, 'a file was kept but not copied to the backup folder');
      }
    },
  });
  return {
    ...first,
    receive: async (bytes, most) => mirrored(await first.receive(bytes, most)),
  };
}

/** Takes as many bytes as there are: they were measured when they came. */
async function copyFile(first: StoragePort, second: StoragePort, digest: string): Promise<void> {
  const copy = await second.receive(first.open(digest), Number.MAX_SAFE_INTEGER);
  if (copy.digest === digest) return copy.keep();
  await copy.drop();
  throw new Error('A kept file is not what its digest says.');
}
