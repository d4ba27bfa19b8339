import type { Envelope, Said } from '@minsheng/contract/public/exchange.ts';
import type { Context } from '../../platform/context.ts';
import { ExchangeFault } from './fault.ts';
import { missingFile } from './files.repo.ts';
import type { Peer } from './peers.repo.ts';
import { text } from './text.ts';

/** 附件 a message names: none where they would be lost without a word, and each has come ahead. */
export async function refuseFiles(
  ctx: Context,
  { code }: Peer,
  { attachments, said }: { attachments: Envelope['attachments']; said: Said },
): Promise<void> {
  const field = 'attachments';
  if (attachments.length > 0 && !keepsFiles(said))
    throw new ExchangeFault(422, { code: 'field', says: text.field(field), field });
  const digests = attachments.map(({ sha256 }) => sha256);
  const missing = await missingFile(ctx, code, digests);
  if (missing !== null)
    throw new ExchangeFault(422, {
      code: 'file-missing',
      says: text.fileMissing,
      field,
      value: missing,
    });
}

const keepsFiles = ({ kind }: Said): boolean => ['transfer', 'supplement', 'result'].includes(kind);
