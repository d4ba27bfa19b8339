import { useCallback, useRef, useState } from 'react';
import { sentenceOf } from '../shell/failure.ts';
import { freshKey } from '../shell/fresh-key.ts';
import { shellText } from '../shell/text.ts';
import { shrinkPhoto } from './shrink-photo.ts';

/** What the server gave for a photo; `key` proves to it who uploaded, where nobody is signed in. */
export interface SentPhoto {
  id: string;
  key: string;
}

export interface Photo {
  localId: string;
  thumb: string | null;
  state: 'shrinking' | 'sending' | 'sent' | 'failed';
  percent: number;
  sent: SentPhoto | null;
  sentence: string | null;
  /** The phone still holds its bytes. */
  mayRetry: boolean;
}

/** Sends the bytes of one photo; `takenAtMs` is the phone's own time of the file. */
export type SendPhoto = (
  photo: { blob: Blob; takenAtMs: number },
  onProgress: (share: number) => void,
) => Promise<SentPhoto>;

export interface Photos {
  list: readonly Photo[];
  add: (files: readonly File[]) => void;
  retry: (localId: string) => void;
  remove: (localId: string) => void;
  clear: () => void;
}

interface Waiting {
  blob: Blob;
  takenAtMs: number;
}

/** Photos of one form: shrunk and sent at once, so that the form itself is small when it goes. */
export function usePhotos(send: SendPhoto, most: number, atFirst: readonly Photo[] = []): Photos {
  const [list, setList] = useState<readonly Photo[]>(atFirst);
  const waiting = useRef(new Map<string, Waiting>());
  const sender = useRef(send);
  sender.current = send;

  const change = useCallback((localId: string, part: Partial<Photo>) => {
    setList((now) =>
      now.map((photo) => (photo.localId === localId ? { ...photo, ...part } : photo)),
    );
  }, []);

  const retry = useCallback(
    (localId: string) => {
      const held = waiting.current.get(localId);
      if (held) void deliver(localId, held, sender.current, change);
    },
    [change],
  );

  const add = (files: readonly File[]) => {
    for (const file of files.slice(0, Math.max(0, most - list.length))) {
      const localId = freshKey();
      setList((now) => [...now, newPhoto(localId)]);
      void prepare(file).then((held) => {
        if (!held)
          return change(localId, { state: 'failed', sentence: shellText.photo.unreadable });
        waiting.current.set(localId, held);
        change(localId, { thumb: held.thumb });
        return deliver(localId, held, sender.current, change);
      });
    }
  };

  const remove = (localId: string) => {
    waiting.current.delete(localId);
    setList((now) => now.filter((photo) => photo.localId !== localId));
  };

  return { list, add, retry, remove, clear: () => setList([]) };
}

function newPhoto(localId: string): Photo {
  return {
    localId,
    thumb: null,
    state: 'shrinking',
    percent: 0,
    sent: null,
    sentence: null,
    mayRetry: false,
  };
}

const mostUnopenedBytes = 10 * 1024 * 1024;

/** A kind this phone cannot open itself (HEIC) goes as it is; anything that is no photo does not go. */
async function prepare(file: File): Promise<(Waiting & { thumb: string | null }) | null> {
  const small = await shrinkPhoto(file, []);
  if (small) return { blob: small.blob, thumb: small.thumb, takenAtMs: file.lastModified };
  const isHeic = /\.hei[cf]$/i.test(file.name) || /^image\/hei[cf]$/.test(file.type);
  if (!isHeic || file.size > mostUnopenedBytes) return null;
  // Some phones give it no type; its name would then call it a JPEG, and the server would take that for a disguise.
  const blob = new Blob([file], { type: 'image/heic' });
  return { blob, thumb: null, takenAtMs: file.lastModified };
}

async function deliver(
  localId: string,
  held: Waiting,
  send: SendPhoto,
  change: (localId: string, part: Partial<Photo>) => void,
): Promise<void> {
  change(localId, { state: 'sending', percent: 0, sentence: null });
  try {
    const sent = await send(held, (share) => change(localId, { percent: Math.round(share * 100) }));
    change(localId, { state: 'sent', sent, percent: 100 });
  } catch (failure) {
    change(localId, { state: 'failed', sentence: sentenceOf(failure), mayRetry: true });
  }
}

export function sentPhotos(photos: Photos): SentPhoto[] {
  return photos.list.flatMap((photo) => (photo.sent ? [photo.sent] : []));
}

export function arePhotosUnderway(photos: Photos): boolean {
  return photos.list.some((photo) => photo.state === 'shrinking' || photo.state === 'sending');
}

/** 打不开的照片: sent as it is, and no browser of a unit will show it. */
export function hasUnopened(photos: Photos): boolean {
  return photos.list.some(({ state, thumb }) => state === 'sent' && thumb === null);
}

export function nameOf(blob: Blob): string {
  return /hei[cf]/.test(blob.type) ? 'photo.heic' : 'photo.jpg';
}
