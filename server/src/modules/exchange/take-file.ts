import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { keepFile } from '../files/index.ts';
import { ExchangeFault } from './fault.ts';
import { insertFile, missingFile } from './files.repo.ts';
import type { Peer } from './peers.repo.ts';
import { sha256 } from './signing.ts';
import { text } from './text.ts';

/** 收附件: ahead of the message that names it; the same again is fine. */
export async function takeFile(
  ctx: Context,
  { code }: Peer,
  { digest, bytes }: { digest: string; bytes: Buffer },
): Promise<{ sha256: string; size: number }> {
  if (sha256(bytes).toString('hex') !== digest)
    throw new ExchangeFault(422, { code: 'field', says: text.fileDiffers, field: 'sha256' });
  const answer = { sha256: digest, size: bytes.length };
  if ((await missingFile(ctx, code, [digest])) === null) return answer;
  try {
    const { file, key } = await keepFile(ctx, {
      bytes,
      name: digest.slice(0, 12),
      declaredType: '',
      purpose: 'appeal',
      takenAt: null,
      point: null,
    });
    await insertFile(ctx, { peer: code, sha256: digest, id: file.id, key });
    return answer;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new ExchangeFault(422, { code: 'field', says: text.fileRefused, field: 'body' });
  }
}
