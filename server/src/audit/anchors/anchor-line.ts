import { createHash } from 'node:crypto';
import { z } from 'zod';

/** 锚点: one line of the file. Instants as ISO; `from` null: everything until then. */
export const anchorLine = z.object({
  no: z.int(),
  from: z.string().nullable(),
  until: z.string(),
  /** Of records, its digest, and how many they are. */
  file: z.string().regex(/^[\w-]+\.gz$/),
  digest: z.string(),
  records: z.int(),
  /** Digest of the line before; null in the first. */
  before: z.string().nullable(),
});
export type AnchorLine = z.infer<typeof anchorLine>;

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A record names the end of a chain, or the lines of audit of one minute. */
export type AnchorRecord =
  | { readonly is: 'head'; kind: string; id: string; seq: number; hash: string }
  | { readonly is: 'minute'; minute: string; lines: number; digest: string };

export function recordText(record: AnchorRecord): string {
  if (record.is === 'head') return `e ${record.kind} ${record.id} ${record.seq} ${record.hash}`;
  return `a ${record.minute} ${record.lines} ${record.digest}`;
}

export function readRecord(text: string): AnchorRecord {
  const [is, a = '', b = '', c = '', d = ''] = text.split(' ');
  if (is === 'e') return { is: 'head', kind: a, id: b, seq: Number(c), hash: d };
  return { is: 'minute', minute: a, lines: Number(b), digest: c };
}
