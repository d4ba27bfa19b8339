import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, copyFile, mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { AnchorsPort, Records } from './anchors.ts';

const linesName = 'anchors.jsonl';

/** In the data folder, and in a second one where one is set, such as a mount nobody can change afterwards. */
export function folderAnchors(own: string, second: string | null): AnchorsPort {
  return {
    isOn: true,
    level: async () => {
      if (second !== null) await catchUp(own, second);
    },
    lines: async () => {
      const lines = await linesIn(own);
      if (second === null) return lines;
      return agreed(lines, await linesIn(second));
    },
    add: async (name, line, records) => {
      await mkdir(own, { recursive: true, mode: 0o700 });
      const { digest, count } = await writeRecords(join(own, name), records);
      await appendLine(own, line(digest, count));
      if (second !== null) await catchUp(own, second);
    },
    records: (name) => readRecords(join(own, name), second === null ? null : join(second, name)),
  };
}

/** A second place may be behind, after a crash or while its mount was gone; it never says anything else. */
function agreed(own: readonly string[], second: readonly string[]): readonly string[] {
  const [shorter, longer] = own.length < second.length ? [own, second] : [second, own];
  const apart = shorter.findIndex((line, no) => line !== longer[no]);
  if (apart !== -1) throw new AnchorsDiffer(apart + 1);
  return longer;
}

export class AnchorsDiffer extends Error {
  override readonly name = 'AnchorsDiffer';

  constructor(no: number) {
    super(
      `两处锚点从第 ${no} 行起不同,其中一处被改动过。The two files of anchors differ from line ${no} on.`,
    );
  }
}

async function catchUp(own: string, second: string): Promise<void> {
  await mkdir(second, { recursive: true });
  const [ours, theirs] = [await linesIn(own), await linesIn(second)];
  agreed(ours, theirs);
  for (const line of ours.slice(theirs.length)) {
    const { file } = JSON.parse(line);
    await copyFile(join(own, file), join(second, file));
    await sync(join(second, file));
    await appendLine(second, line);
  }
}

async function linesIn(folder: string): Promise<string[]> {
  const text = await readFile(join(folder, linesName), 'utf8').catch(unlessMissing);
  // A last line without its end was cut by a crash before it counted.
  return text.split('\n').slice(0, -1);
}

async function appendLine(folder: string, line: string): Promise<void> {
  const path = join(folder, linesName);
  const text = await readFile(path, 'utf8').catch(unlessMissing);
  const isCut = text !== '' && !text.endsWith('\n');
  if (isCut)
    throw new Error(`The last line of ${linesName} is cut: end it or take it away by hand.`);
  await appendFile(path, `${line}\n`, { mode: 0o600 });
  await sync(path);
  await sync(folder);
}

async function writeRecords(
  path: string,
  records: Records,
): Promise<{ digest: string; count: number }> {
  const hash = createHash('sha256');
  let count = 0;
  const lines = async function* () {
    for await (const record of records) {
      const line = `${record}\n`;
      hash.update(line);
      count += 1;
      yield line;
    }
  };
  // Without its line it counts for nothing, so one begun by a crash is written over.
  await pipeline(
    Readable.from(lines()),
    createGzip(),
    createWriteStream(`${path}.part`, { mode: 0o600 }),
  );
  await sync(`${path}.part`);
  await rename(`${path}.part`, path);
  return { digest: hash.digest('hex'), count };
}

async function* readRecords(own: string, second: string | null): Records {
  const isThere = (await stat(own).catch(() => null)) !== null;
  const packed = createReadStream(isThere || second === null ? own : second);
  const unpacked = packed.pipe(createGunzip());
  packed.on('error', (error) => unpacked.destroy(error));
  yield* createInterface({ input: unpacked });
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function unlessMissing(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
  throw error;
}
