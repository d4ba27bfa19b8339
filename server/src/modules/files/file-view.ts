import type { fileView } from '@minsheng/contract/shapes.ts';
import type { z } from 'zod';
import type { Context } from '../../platform/context.ts';
import type { StoredFile } from './files.repo.ts';

/** A file as pages list it for somebody. */
export function fileViewOf(
  { actor }: Context,
  file: StoredFile,
  unitName: string | null,
): z.output<typeof fileView> {
  return {
    id: file.id,
    name: file.name,
    mime: file.mime,
    bytes: file.bytes,
    purpose: file.purpose,
    takenAt: file.taken_at?.toISOString() ?? null,
    point: file.lng !== null && file.lat !== null ? { lng: file.lng, lat: file.lat } : null,
    addedAt: file.added_at.toISOString(),
    unitName,
    mayOpen: actor.scope === 'all' || file.purpose !== 'appeal' || !isHeic(file),
  };
}

const isHeic = ({ mime }: StoredFile): boolean => /^image\/hei[cf]$/.test(mime);
