import { type FilePurpose, files } from '@minsheng/contract';
import { send } from '../shell/call.ts';
import type { FileView } from './file-grid.tsx';

interface Upload {
  file: File;
  orderId: string | null;
  purpose: FilePurpose;
  at?: { lng: number; lat: number };
}

/** Sends one file; the server looks into it, whatever its name says. */
export async function upload({ file, orderId, purpose, at }: Upload): Promise<FileView> {
  const form = new FormData();
  form.set('purpose', purpose);
  if (orderId !== null) form.set('orderId', orderId);
  if (file.lastModified > 0) form.set('takenAt', new Date(file.lastModified).toISOString());
  if (at !== undefined) {
    form.set('lng', String(at.lng));
    form.set('lat', String(at.lat));
  }
  form.set('file', file, file.name);
  const response = await send(`/api${files.uploadPath}`, { method: 'POST', body: form });
  return files.uploadReply.parse(await response.json());
}

/** A file as a part of a request that reads it and keeps it nowhere. */
export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
