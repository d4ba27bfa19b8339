import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { type Keys, keysFrom } from './secrets.ts';

const keyFile = z.object({
  keys: z.record(z.string().regex(/^\d{1,3}$/), z.base64()),
  /** What digests are made with; missing: the first key, as long as no key has left. */
  index: z.base64().optional(),
});
type KeyFile = z.infer<typeof keyFile>;

/** A key id is one byte in front of what it sealed. */
const lastId = 255;
const lookEveryMs = 1000;

export const keyPathOf = (dataFolder: string): string => join(dataFolder, 'keys.json');

/**
 * Reads `<data>/keys.json`, or makes it at the first start, readable by its owner only. A file that was replaced is
 * read again within a second: a key added beside the running program needs no restart.
 */
export function openKeys(dataFolder: string): Keys {
  const path = keyPathOf(dataFolder);
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true });
    const first: KeyFile = { keys: { 1: newMaster() } };
    makeWhole(path, first);
  }
  chmodSync(path, 0o600);
  let keys = keysOf(readKeyFile(path));
  let seen = markOf(path);
  let lookedAt = performance.now();
  const current = () => {
    if (performance.now() - lookedAt < lookEveryMs) return keys;
    lookedAt = performance.now();
    const mark = markOf(path);
    if (mark === null || mark === seen) return keys;
    keys = keysOf(readKeyFile(path));
    seen = mark;
    return keys;
  };
  return {
    get newest() {
      return current().newest;
    },
    get byId() {
      return current().byId;
    },
    get index() {
      return keys.index;
    },
  };
}

/** 密钥轮换: from now on a new key encrypts; the old ones still open what they sealed. Answers its id. */
export function addKey(dataFolder: string): number {
  const path = keyPathOf(dataFolder);
  const file = readKeyFile(path);
  const id = Math.max(...idsOf(file)) + 1;
  if (id > lastId) throw new Error(`A key id is at most ${lastId}.`);
  replaceFile(path, withIndex({ ...file, keys: { ...file.keys, [id]: newMaster() } }));
  return id;
}

/** Takes a key away for ever: whoever calls has made sure that nothing is sealed with it. */
export function removeKey(dataFolder: string, id: number): void {
  const path = keyPathOf(dataFolder);
  const file = withIndex(readKeyFile(path));
  const { [String(id)]: _gone, ...kept } = file.keys;
  replaceFile(path, { ...file, keys: kept });
}

/** When the newest key came, or one left: the file is written at no other time. */
export const keysChangedAt = (dataFolder: string): Date => statSync(keyPathOf(dataFolder)).mtime;

/** From the oldest to the one that encrypts. */
export const keyIdsIn = (dataFolder: string): number[] =>
  idsOf(readKeyFile(keyPathOf(dataFolder))).sort((a, b) => a - b);

const idsOf = ({ keys }: KeyFile): number[] => Object.keys(keys).map(Number);
const newMaster = (): string => randomBytes(32).toString('base64');
const keysOf = ({ keys, index }: KeyFile): Keys => keysFrom(keys, index);

/** The index key stands by itself before the first key may go. */
function withIndex(file: KeyFile): KeyFile {
  const first = file.keys[String(Math.min(...idsOf(file)))];
  return { ...file, index: file.index ?? first };
}

function readKeyFile(path: string): KeyFile {
  return keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** Two processes that start at once on one folder: one makes the key, the other finds it, and never half of it. */
function makeWhole(path: string, file: KeyFile): void {
  const beside = `${path}.${process.pid}.new`;
  writeFileSync(beside, JSON.stringify(file), { mode: 0o600 });
  try {
    linkSync(beside, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Whole or not at all, whatever the power does: written beside, flushed, put in its place, and the folder flushed. */
function replaceFile(path: string, file: KeyFile): void {
  const folder = dirname(path);
  const beside = `${path}.new`;
  rmSync(beside, { force: true });
  const handle = openSync(beside, 'wx', 0o600);
  try {
    writeSync(handle, JSON.stringify(file));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(beside, path);
  const entry = openSync(folder, 'r');
  try {
    fsyncSync(entry);
  } finally {
    closeSync(entry);
  }
}

function markOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.mtimeMs} ${found.size}` : null;
}
