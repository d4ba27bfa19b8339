import { z } from 'zod';
import { systemActor } from '../../../platform/actor.ts';
import { beside, isEnding } from '../../../platform/beside.ts';
import type { Context, Runtime } from '../../../platform/context.ts';
import { handleApart, job, later } from '../../../platform/jobs.ts';
import { csvBytes } from '../../../platform/sheet.ts';
import { transact } from '../../../platform/transact.ts';
import { type FolderFile, NoFolder } from '../../../ports/folder/index.ts';
import {
  ExchangeFault,
  type Peer,
  peersWith,
  receiveNext,
  receiveRaw,
} from '../../exchange/index.ts';
import { text } from '../text.ts';
import { envelopeOf, kindOf } from './envelope-of.ts';
import { columnOf, type FolderRow, rowsOf, sha256 } from './rows-of.ts';

export const folderAdapter = 'folder';

const look = job('nets:look-in-folders', z.object({}));
const lockSpace = 'nets.folders';
const everySeconds = 60;
const mostBytes = 20 * 1024 * 1024;

/** From when there is a folder to look into; each look sees to the next. */
export function lookInFolders(ctx: Context): void {
  const at = new Date(ctx.now.getTime() + everySeconds * 1000);
  later(ctx, look, {}, { at, key: 'nets:look-in-folders' });
}

const underWay = new WeakSet<Runtime>();

/** Beside the job queue: a file of twenty thousand rows takes minutes, and a slow disk may never answer. */
handleApart(look, async (runtime) => {
  await transact(runtime, systemActor, async (ctx) => lookInFolders(ctx));
  if (underWay.has(runtime)) return;
  underWay.add(runtime);
  beside(runtime, () => lookAlone(runtime).finally(() => underWay.delete(runtime)));
});

/** Of several workers one at a time: two would take one file, and each report would name half of it as known already. */
async function lookAlone(runtime: Runtime): Promise<void> {
  const client = await runtime.db.pool.connect();
  const lock = [lockSpace, String(runtime.city.cityId)];
  try {
    const { rows } = await client.query<{ mine: boolean }>(
      'select pg_try_advisory_lock(hashtext($1), hashtext($2)) as mine',
      lock,
    );
    if (rows[0]?.mine) await lookIntoAll(runtime);
  } finally {
    await client
      .query('select pg_advisory_unlock(hashtext($1), hashtext($2))', lock)
      .catch(() => {});
    client.release();
  }
}

async function lookIntoAll(runtime: Runtime): Promise<void> {
  const peers = await transact(runtime, systemActor, (ctx) => peersWith(ctx, folderAdapter));
  for (const peer of peers.filter(({ isOn }) => isOn)) await lookInto(runtime, peer);
}

/** How each file was at the last look: one that has changed since is still being written. */
const seen = new Map<string, string>();

async function lookInto(runtime: Runtime, peer: Peer): Promise<void> {
  try {
    for (const file of await runtime.ports.folder.list(peer.code))
      if (!isEnding(runtime) && isQuiet(peer, file)) await takeOver(runtime, peer, file);
  } catch (error) {
    if (!(error instanceof NoFolder)) throw error;
    runtime.log.error({ peer: peer.code, reason: error.reason }, 'exchange folder is not there');
  }
}

/** What cannot be taken now lies where it is until a later look, and stops no other file and no other peer. */
async function takeOver(runtime: Runtime, peer: Peer, { name, bytes }: FolderFile): Promise<void> {
  const { folder } = runtime.ports;
  try {
    const read = bytes > mostBytes ? null : await folder.read(peer.code, name);
    const report =
      read === null ? reportOf([[1, '', text.fileTooLarge]]) : await takeFile(runtime, peer, read);
    if (report) await folder.done(peer.code, name, report);
  } catch (error) {
    runtime.log.error({ err: error, peer: peer.code }, 'exchange file could not be taken');
  }
}

function isQuiet({ code }: Peer, { name, bytes, changedAt }: FolderFile): boolean {
  const [key, now] = [`${code}/${name}`, `${bytes} ${changedAt.getTime()}`];
  const isSame = seen.get(key) === now;
  if (isSame) seen.delete(key);
  else seen.set(key, now);
  return isSame;
}

/**
 * 逐行入库: a bad row is named with its line and reason, and stops no other. Answers the report; null: the process ends, and
 * the file is taken anew by the next, in which a row that was taken is the same message again.
 */
async function takeFile(runtime: Runtime, peer: Peer, bytes: Buffer): Promise<Buffer | null> {
  const rows = rowsOf(bytes);
  if (rows === null) return reportOf([[1, '', text.noTable]]);
  const at = await transact(runtime, systemActor, async ({ now }) => now);
  const file = sha256(bytes);
  const lines: [number, string, string][] = [];
  for (const row of rows) {
    if (isEnding(runtime)) return null;
    lines.push([row.line, row.cells.number ?? '', await takeRow(runtime, peer, { file, at, row })]);
  }
  return reportOf(lines);
}

async function takeRow(
  runtime: Runtime,
  peer: Peer,
  { file, at, row }: { file: string; at: Date; row: FolderRow },
): Promise<string> {
  try {
    const isAppeal = kindOf(row.cells) === 'transfer';
    const source = { peer: peer.code, file, at, zone: runtime.city.zone };
    const number = isAppeal
      ? await receiveRaw(runtime, peer, envelopeOf({ ...source, seq: 1 }, row))
      : await receiveNext(runtime, peer, row.cells.number ?? '', async (_, seq) =>
          envelopeOf({ ...source, seq }, row),
        );
    if (number === null) return text.rowKept;
    return isAppeal ? text.rowTaken(number) : text.rowHeard(number);
  } catch (error) {
    if (!(error instanceof ExchangeFault)) throw error;
    if (error.code === 'id-reused') return text.rowAgain;
    return error.code === 'seq-taken' ? text.rowKnown : text.rowRefused(saysOf(error));
  }
}

/** Whoever reads the report knows the heads of the file, not the fields of a message. */
function saysOf({ code, says, more }: ExchangeFault): string {
  const column = columnOf(String(more.field));
  if (column === undefined) return says;
  return code === 'code' ? text.rowCode(column, String(more.value)) : text.rowField(column);
}

const reportOf = (rows: readonly (readonly [number, string, string])[]): Buffer =>
  csvBytes({ columns: text.reportHeads.map((heading) => ({ heading, width: 20 })), rows });
