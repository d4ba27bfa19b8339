import type { Envelope } from '@minsheng/contract/public/exchange.ts';
import type { Context, Ports } from '../../platform/context.ts';
import { ofOrder } from '../dispatch/index.ts';
import * as files from '../files/index.ts';
import { repliesOf } from '../handling/index.ts';
import * as orders from '../orders/index.ts';
import { plainBytesBy } from './appeal-photos.ts';
import { askPeer, type Proved } from './ask-peer.ts';
import type { Peer } from './peers.repo.ts';

type Attachments = Envelope['attachments'];

const endings: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/webp': '.webp',
  'application/pdf': '.pdf',
};
const mostFiles = 9;
const mostBytes = 20 * 1024 * 1024;

/**
 * 答复附件: the evidence of the answer, named by what it shows. What the requester sent stays here, and of an order that is
 * to be kept secret nothing goes along.
 */
export async function answerFiles(ctx: Context, orderId: string): Promise<Attachments> {
  const order = await orders.lock(ctx, orderId);
  if (order.secrecy > 0) return [];
  const [replies, duties] = await Promise.all([repliesOf(ctx, orderId), ofOrder(ctx, orderId)]);
  const leads = new Set(duties.flatMap(({ id, role }) => (role === 'lead' ? [id] : [])));
  const reply = replies.findLast(({ assignment_id }) => leads.has(assignment_id));
  if (!reply || reply.evidence.length === 0) return [];
  const kept = new Map((await files.filesOf(ctx, orderId)).map((file) => [file.id, file]));
  return reply.evidence
    .flatMap(({ code, fileId }) => {
      const file = kept.get(fileId);
      if (!file || file.bytes > mostBytes) return [];
      const sha256 = file.sha256.toString('hex');
      return [
        { name: `${code}${endings[file.mime] ?? ''}`, type: file.mime, size: file.bytes, sha256 },
      ];
    })
    .slice(0, mostFiles);
}

/** Null: the storage has it no more, or cannot be read now. Its message waits for that, and no other does. */
async function bytesOf(
  { storage }: Ports,
  sha256: string,
  photos: readonly files.StoredFile[],
): Promise<Buffer | null> {
  try {
    return Buffer.from(await storage.read(sha256));
  } catch {
    return plainBytesBy(storage, photos, sha256);
  }
}

/** 先送附件: each ahead of the message that names it. Null: all are there; otherwise the first answer that says no. */
export async function sendFiles(
  ports: Ports,
  peer: Peer,
  { attachments, photos }: { attachments: Attachments; photos: readonly files.StoredFile[] },
): Promise<Proved | 'no-file' | null> {
  for (const { sha256 } of attachments) {
    const bytes = await bytesOf(ports, sha256, photos);
    if (bytes === null) return 'no-file';
    const path = `/files/${sha256}`;
    const answer = await askPeer(ports, peer, { method: 'PUT', path, body: bytes });
    if (answer.kind === 'silent' || answer.status !== 200) return answer;
  }
  return null;
}
