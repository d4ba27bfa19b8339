import { useEffect, useMemo } from 'react';
import { kept } from '../shell/kept.ts';
import { type Photo, type Photos, type SendPhoto, usePhotos } from './photos.ts';

/**
 * Photos whose uploaded ones survive a reload. On cheap phones the camera pushes the browser out of memory:
 * without this the first picture is gone when the second is taken.
 */
export function useKeptPhotos(name: string, send: SendPhoto, most: number): Photos {
  const store = useMemo(() => kept<Photo[]>('local', `photos.${name}.1`), [name]);
  const photos = usePhotos(send, most, store.read() ?? []);
  useEffect(() => {
    const sent = photos.list.filter((photo) => photo.sent);
    if (sent.length > 0) store.write(sent);
    else store.drop();
  }, [photos.list, store]);
  return photos;
}

export function dropKeptPhotos(name: string): void {
  kept<Photo[]>('local', `photos.${name}.1`).drop();
}
