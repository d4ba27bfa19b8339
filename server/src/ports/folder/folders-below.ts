import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderFile, type FolderPort, NoFolder } from './folder.ts';

const boxName = /^[a-z0-9][a-z0-9-]*$/;
/** Names other programs give to what they are still writing, and our own. */
const unfinished = /^\.|\.(tmp|part|partial|filepart|writing)$/i;
/** Of bytes; what is put before and behind it still fits into a name. */
const longestName = 200;

/** Below one folder of the configuration, a sub-folder each; null: there is none. A name never leads out of it. */
export function foldersBelow(root: string | null): FolderPort {
  const place = async (box: string, part: 'in' | 'out' | 'done'): Promise<string> => {
    if (root === null || !boxName.test(box)) throw new NoFolder('not-set');
    const folder = join(root, box, part);
    // The root is never made: where it is missing, a mount is.
    await stat(root);
    await mkdir(folder, { recursive: true });
    return folder;
  };
  return {
    list: (box) => whole(async () => filesIn(await place(box, 'in'))),
    read: (box, name) =>
      whole(async () => readFile(pathOf(await place(box, 'in'), name), { flag: readNoLink })),
    done: (box, name, report) =>
      whole(async () => {
        const [from, to] = [await place(box, 'in'), await place(box, 'done')];
        const kept = `${randomUUID().slice(0, 8)}-${name.slice(-longestName)}`;
        const before = () => rename(pathOf(from, name), pathOf(to, kept));
        await putInto(to, { name: `${kept}.report.csv`, bytes: report, before });
      }),
    put: (box, name, bytes) =>
      whole(async () => putInto(await place(box, 'out'), { name, bytes, before: null })),
  };
}

/** Another's link is not followed out of the folder. */
const readNoLink = constants.O_RDONLY | constants.O_NOFOLLOW;

/** A name is bytes, a character each: an old system may write it in GBK, and it is found again all the same. */
const pathOf = (folder: string, name: string): Buffer =>
  Buffer.concat([Buffer.from(join(folder, '/')), Buffer.from(name, 'latin1')]);

async function filesIn(folder: string): Promise<FolderFile[]> {
  const names = await readdir(folder, { encoding: 'latin1' });
  const found = names
    .filter((name) => !unfinished.test(name))
    .toSorted()
    .map(async (name) => {
      // Taken away since the folder was read: none of ours.
      const seen = await lstat(pathOf(folder, name)).catch(() => null);
      return seen?.isFile() ? [{ name, bytes: seen.size, changedAt: seen.mtime }] : [];
    });
  return (await Promise.all(found)).flat();
}

interface Put {
  readonly name: string;
  readonly bytes: Buffer;
  readonly before: (() => Promise<void>) | null;
}

/** Whole or not at all, and only once what goes before it is done. */
async function putInto(folder: string, { name, bytes, before }: Put): Promise<void> {
  const beside = join(folder, `.${randomUUID()}.writing`);
  try {
    await writeFile(beside, bytes);
    await before?.();
    await rename(beside, pathOf(folder, name));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Whatever a disk says, without the name of the file: that may name a person. */
async function whole<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof NoFolder) throw error;
    throw new NoFolder(codeOf(error));
  }
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'trouble';
