import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderPort, NoFolder } from './folder.ts';

const boxName = /^[a-z0-9][a-z0-9-]*$/;
/** Names other programs give to what they are still writing, and our own. */
const unfinished = /^\.|\.(tmp|part|partial|filepart|writing)$/i;

/** Below one folder of the configuration, a sub-folder each; null: there is none. A name never leads out of it. */
export function foldersBelow(root: string | null): FolderPort {
  const place = async (box: string, part: 'in' | 'out' | 'done'): Promise<string> => {
    if (root === null || !boxName.test(box)) throw new NoFolder();
    const folder = join(root, box, part);
    try {
      // The root is never made: where it is missing, a mount is.
      await stat(root);
      await mkdir(folder, { recursive: true });
    } catch {
      throw new NoFolder();
    }
    return folder;
  };
  const putInto = async (folder: string, name: string, bytes: Buffer): Promise<void> => {
    const beside = join(folder, `.${randomUUID()}.writing`);
    await writeFile(beside, bytes);
    await rename(beside, join(folder, name));
  };
  return {
    list: async (box) => {
      const folder = await place(box, 'in');
      const entries = await readdir(folder, { withFileTypes: true });
      const names = entries.flatMap((one) =>
        one.isFile() && !unfinished.test(one.name) ? [one.name] : [],
      );
      return Promise.all(
        names.toSorted().map(async (name) => {
          const { size, mtime } = await stat(join(folder, name));
          return { name, bytes: size, changedAt: mtime };
        }),
      );
    },
    read: async (box, name) => readFile(join(await place(box, 'in'), name)),
    done: async (box, name, report) => {
      const [from, to] = [await place(box, 'in'), await place(box, 'done')];
      const kept = `${randomUUID().slice(0, 8)}-${name}`;
      await putInto(to, `${kept}.report.csv`, report);
      await rename(join(from, name), join(to, kept));
    },
    put: async (box, name, bytes) => putInto(await place(box, 'out'), name, bytes),
  };
}
