import type { StoragePort } from '../../ports/storage/index.ts';
import type { StoredFile } from './files.repo.ts';
import { pngWithoutFacts, webpWithoutFacts, withoutPhotoFacts } from './photo-facts.ts';

export const isPhoto = ({ mime }: Pick<StoredFile, 'mime'>): boolean => mime.startsWith('image/');

/**
 * What a citizen's camera wrote down tells where they live and what they carry: units see the picture only
 * (domain 2.11). Null: a kind whose notes we cannot take out; it is for the centre.
 */
export async function plainPhoto(
  storage: StoragePort,
  file: Pick<StoredFile, 'mime' | 'sha256'>,
): Promise<Uint8Array | null> {
  const whole = await storage.read(file.sha256.toString('hex'));
  const bytes = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength);
  switch (file.mime) {
    case 'image/jpeg':
      return withoutPhotoFacts(bytes);
    case 'image/png':
      return pngWithoutFacts(bytes);
    case 'image/webp':
      return webpWithoutFacts(bytes);
    default:
      return null;
  }
}
