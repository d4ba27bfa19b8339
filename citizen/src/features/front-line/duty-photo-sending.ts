import type { uploadReply } from '@minsheng/contract/files.ts';
import type { FilePurpose } from '@minsheng/contract/words/assignment.ts';
import { instantOfPhone } from '../../shell/clock.ts';
import type { Place } from '../../shell/location.ts';
import { upload } from '../../shell/upload.ts';
import { useKeptPhotos } from '../../ui/kept-photos.ts';
import { nameOf, type Photos, type SendPhoto } from '../../ui/photos.ts';
import { type DutyKey, useFrontLine } from './session.ts';

type FileView = (typeof uploadReply)['_output'];

interface Wanted {
  duty: DutyKey;
  /** Tells two sets of photos of one duty apart. */
  name: string;
  purpose: FilePurpose;
  place: Place | null;
  most: number;
}

export function photosNameOf(duty: DutyKey, name: string): string {
  return `${duty.assignmentId}.${name}`;
}

/** Photos of a duty: each goes with its time and, where allowed, its place. */
export function useDutyPhotos({ duty, name, purpose, place, most }: Wanted): Photos {
  const { session } = useFrontLine();
  const send: SendPhoto = async ({ blob, takenAtMs }, onProgress) => {
    const file = await upload<FileView>({
      path: '/files',
      file: blob,
      name: nameOf(blob),
      as: session.as,
      fields: {
        orderId: duty.orderId,
        purpose,
        takenAt: instantOfPhone(takenAtMs),
        lng: place ? String(place.lng) : '',
        lat: place ? String(place.lat) : '',
      },
      onProgress,
    });
    return { id: file.id, key: '' };
  };
  return useKeptPhotos(photosNameOf(duty, name), send, most);
}
