import { randomBytes } from 'node:crypto';
import type { FilePurpose } from '@minsheng/contract/words/assignment.ts';
import type { Context } from '../../platform/context.ts';
import { later } from '../../platform/jobs.ts';
import { refuseUnless } from '../../platform/refusal.ts';
import type { Received, StoragePort } from '../../ports/storage/index.ts';
import { ownerIndex, uploadKeyIndex } from './attach.ts';
import { largestUploadMb } from './file-formats.ts';
import { type KnownFile, knownFile } from './file-kind.ts';
import { insert, lockContent, type StoredFile } from './files.repo.ts';
import { photoFactsOf } from './photo-facts.ts';
import { dropUnused, unusedDays } from './unused.ts';

/** What the sender says of a file. */
export interface SentWords {
  name: string;
  declaredType: string;
  purpose: FilePurpose;
  takenAt: Date | null;
  point: { lng: number; lat: number } | null;
}

/** A file that has arrived and is known for what it is, but belongs to nobody yet. */
export interface Arrived {
  readonly received: Received;
  readonly known: KnownFile;
  readonly takenAt: Date | null;
  readonly point: { lng: number; lat: number } | null;
}

const megabyte = 1024 * 1024;
/** Whatever is larger can only be a film, and a film is known by its beginning. */
const wholeBytes = 20 * megabyte;
const beginningBytes = megabyte / 4;

/**
 * 收文件, before any transaction: a slow sender must not hold a connection. Known by its content; time and place as the
 * camera wrote them, else as the page says. Refuses `files.too-large`, `files.kind-refused`, `files.disguised`.
 */
export async function receiveFile(
  storage: StoragePort,
  bytes: AsyncIterable<Uint8Array>,
  { words, mostMb, zone }: { words: SentWords; mostMb: number; zone: string },
): Promise<Arrived> {
  const received = await storage.receive(bytes, mostMb * megabyte);
  try {
    refuseUnless(!received.isTooMuch, 'files.too-large', { limit: mostMb });
    const { size } = received;
    const head = await received.head(size > wholeBytes ? beginningBytes : size);
    const known = await knownFile({ ...words, bytes: head, size });
    const camera = known.mime === 'image/jpeg' ? photoFactsOf(head, zone) : null;
    return {
      received,
      known,
      takenAt: camera?.takenAt ?? words.takenAt,
      point: camera?.point ?? words.point,
    };
  } catch (error) {
    await received.drop();
    throw error;
  }
}

const nameLength = 120;

/**
 * 存附件: keeps what arrived. Answers the row and, for somebody without an account, the key that proves it theirs.
 * Unless it is put to use in its time it leaves again.
 */
export async function keepArrived(
  ctx: Context,
  { received, known, takenAt, point }: Arrived,
  { name, purpose }: Pick<SentWords, 'name' | 'purpose'>,
): Promise<{ file: StoredFile; key: string }> {
  await lockContent(ctx, received.digest);
  await received.keep();
  const id = ctx.newId();
  const key = randomBytes(24).toString('base64url');
  const file = {
    city_id: ctx.cityId,
    id,
    order_id: null,
    assignment_id: null,
    holder_kind: null,
    holder_id: null,
    unit_code: ctx.actor.unitCode,
    purpose,
    name: shownName(ctx, name, known),
    mime: known.mime,
    bytes: received.size,
    sha256: Buffer.from(received.digest, 'hex'),
    key_index: ownerIndex(ctx) ?? uploadKeyIndex(ctx, id, key),
    taken_at: takenAt,
    lng: point?.lng ?? null,
    lat: point?.lat ?? null,
    added_by: ctx.actor.accountId,
    added_at: ctx.now,
  };
  await insert(ctx, file);
  const at = new Date(ctx.now.getTime() + unusedDays(ctx) * 86_400_000);
  later(ctx, dropUnused, { fileId: id }, { at, key: `upload:${id}` });
  return { file, key };
}

/** A citizen's own name for a file may name a person, and names stand in clear: theirs are called by their kind. */
const shownName = ({ actor }: Context, name: string, known: KnownFile): string =>
  actor.kind === 'citizen' ? `${known.kind}.${known.extension}` : name.slice(-nameLength);

/** The same in one step, for bytes that are already here. */
export async function keepFile(
  ctx: Context,
  { bytes, ...words }: SentWords & { bytes: Uint8Array },
): Promise<{ file: StoredFile; key: string }> {
  const only = (async function* () {
    yield bytes;
  })();
  const arrived = await receiveFile(ctx.ports.storage, only, {
    words,
    mostMb: largestUploadMb,
    zone: ctx.city.zone,
  });
  return keepArrived(ctx, arrived, words);
}
