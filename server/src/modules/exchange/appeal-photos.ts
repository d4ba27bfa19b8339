import type { Envelope } from '@minsheng/contract/public/exchange.ts';
import type { Context } from '../../platform/context.ts';
import * as files from '../files/index.ts';
import * as orders from '../orders/index.ts';
import { sha256 } from './signing.ts';

type Attachments = Envelope['attachments'];

const mostPhotos = 6;
const mostBytes = 20 * 1024 * 1024;

/** What the requester sent of an order that is not to be kept secret, as the storage knows it. */
export async function photosOf(
  ctx: Context,
  { id, secrecy }: Pick<orders.Order, 'id' | 'secrecy'>,
): Promise<files.StoredFile[]> {
  if (secrecy > 0) return [];
  const kept = await files.filesOf(ctx, id);
  return kept
    .filter((file) => file.purpose === 'appeal' && files.isPhoto(file))
    .slice(0, mostPhotos);
}

/**
 * 诉求照片: the pictures alone, as units see them here; what the camera wrote down stays. One whose notes cannot be taken
 * out, or which the storage has no more, does not go along.
 */
export async function appealPhotos(ctx: Context, orderId: string): Promise<Attachments> {
  const found: Attachments = [];
  for (const file of await photosOf(ctx, await orders.lock(ctx, orderId))) {
    const bytes = await plainBytes(ctx.ports.storage, file);
    if (bytes === null || bytes.length > mostBytes) continue;
    const digest = sha256(bytes).toString('hex');
    if (found.some((known) => known.sha256 === digest)) continue;
    const name = `photo-${found.length + 1}.${file.mime.split('/')[1] ?? 'jpg'}`;
    found.push({ name, type: file.mime, size: bytes.length, sha256: digest });
  }
  return found;
}

type Storage = Parameters<typeof files.plainPhoto>[0];

/** The bytes a digest names, made anew from what lies in the storage: the plain picture is kept nowhere. */
export async function plainBytesBy(
  storage: Storage,
  photos: readonly files.StoredFile[],
  digest: string,
): Promise<Buffer | null> {
  for (const photo of photos) {
    const bytes = await plainBytes(storage, photo);
    if (bytes !== null && sha256(bytes).toString('hex') === digest) return bytes;
  }
  return null;
}

async function plainBytes(storage: Storage, file: files.StoredFile): Promise<Buffer | null> {
  const plain = await files.plainPhoto(storage, file).catch(() => null);
  return plain && Buffer.from(plain);
}
