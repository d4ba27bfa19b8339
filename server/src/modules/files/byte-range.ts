import type { Bytes } from '../../ports/storage/index.ts';

/** 分段读取: what a player asks for to jump within a recording or a film. `none`: nothing of the file lies there. */
export type ByteRange = Bytes | 'none' | null;

const oneRange = /^bytes=(\d{0,15})-(\d{0,15})$/;

/** Null where the whole is to be sent: nothing was asked for, or several parts at once (RFC 9110, 14.2 lets a server do so). */
export function byteRange(asked: string | undefined, size: number): ByteRange {
  const [, first, last] = oneRange.exec(asked ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < from) return null;
  return from < to ? { from, to } : 'none';
}
