import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];
const textFile = /\.(js|css|html|svg)$/;
/** The last step would take twice as long for one part in a hundred. */
const brotliQuality = 10;
/** Below it a packet carries the file as it is. */
const smallBytes = 1024;

/** Beside every text of a built page the same packed, once and as small as it gets: no request has to wait for that. */
export async function compress(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && textFile.test(entry.name));
  await Promise.all(files.map(({ parentPath, name }) => packed(join(parentPath, name))));
}

async function packed(path) {
  const text = await readFile(path);
  if (text.length < smallBytes) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: brotliQuality,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  };
  await writeFile(`${path}.br`, await brotli(text, { params }));
  await writeFile(`${path}.gz`, await gzipped(text, { level: 9 }));
}
