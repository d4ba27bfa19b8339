import type { StoragePort } from '../../ports/storage/index.ts';
import type { StoredFile } from './files.repo.ts';
import { withoutPhotoFacts } from './photo-facts.ts';

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
  return file.mime === 'image/jpeg' ? withoutPhotoFacts(whole) : withoutNotes(file, whole);
}

/** Screenshots and pictures a page has drawn anew carry no camera's notes. */
function withoutNotes({ mime }: Pick<StoredFile, 'mime'>, whole: Uint8Array): Uint8Array | null {
  const isBare = mime === 'image/png' || mime === 'image/webp';
  const bytes = Buffer.from(whole.buffer, whole.byteOffset, whole.byteLength);
  const hasNotes = ['eXIf', 'EXIF', 'tEXt', 'iTXt', 'XMP '].some((note) => bytes.includes(note));
  return isBare && !hasNotes ? whole : null;
}
