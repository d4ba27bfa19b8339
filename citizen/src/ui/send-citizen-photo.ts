import { upload } from '../shell/upload.ts';
import { nameOf, type SendPhoto, type SentPhoto } from './photos.ts';

/** A photo of somebody who is not signed in: the key that comes back proves later that it is theirs. */
export const sendCitizenPhoto: SendPhoto = async ({ blob }, onProgress) => {
  const { id, key } = await upload<SentPhoto>({
    path: '/public/files',
    file: blob,
    name: nameOf(blob),
    fields: { purpose: 'appeal' },
    onProgress,
  });
  return { id, key };
};
