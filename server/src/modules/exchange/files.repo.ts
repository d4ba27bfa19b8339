import type { Context } from '../../platform/context.ts';
import { tablesOf } from '../../platform/db.ts';
import { decrypt, encrypt } from '../../platform/secrets.ts';

/** A file the peer sent ahead, as intake claims it. */
export interface SentAhead {
  readonly id: string;
  readonly key: string;
}

export async function insertFile(
  ctx: Context,
  { peer, sha256, id, key }: SentAhead & { peer: string; sha256: string },
): Promise<void> {
  await tablesOf<'exchange'>(ctx.tx)
    .insertInto('exchange.file')
    .values({
      city_id: ctx.cityId,
      peer,
      sha256: Buffer.from(sha256, 'hex'),
      file_id: id,
      upload_key_enc: encrypt(ctx.keys, key),
      at: ctx.now,
    })
    .onConflict((conflict) =>
      conflict.columns(['city_id', 'peer', 'sha256']).doUpdateSet({
        file_id: id,
        upload_key_enc: encrypt(ctx.keys, key),
        at: ctx.now,
      }),
    )
    .execute();
}

/** What nobody puts to use is dropped after a day (`files/unused.ts`): before that it counts as not here, and may be sent anew. */
const keptMs = 20 * 3_600_000;

export async function filesAhead(
  ctx: Context,
  peer: string,
  digests: readonly string[],
): Promise<Map<string, SentAhead>> {
  if (digests.length === 0) return new Map();
  const rows = await tablesOf<'exchange'>(ctx.tx)
    .selectFrom('exchange.file')
    .select(['sha256', 'file_id', 'upload_key_enc'])
    .where('city_id', '=', ctx.cityId)
    .where('peer', '=', peer)
    .where('at', '>', new Date(ctx.now.getTime() - keptMs))
    .where(
      'sha256',
      'in',
      digests.map((digest) => Buffer.from(digest, 'hex')),
    )
    .execute();
  return new Map(
    rows.map((row) => [
      row.sha256.toString('hex'),
      { id: row.file_id, key: decrypt(ctx.keys, row.upload_key_enc) },
    ]),
  );
}

/** The first that has not come; null: all are here. */
export async function missingFile(
  ctx: Context,
  peer: string,
  digests: readonly string[],
): Promise<string | null> {
  const here = await filesAhead(ctx, peer, digests);
  return digests.find((digest) => !here.has(digest)) ?? null;
}

/** The message that names them has taken them: the same bytes for another message are sent anew. */
export async function dropFiles(
  ctx: Context,
  peer: string,
  digests: readonly string[],
): Promise<void> {
  if (digests.length === 0) return;
  await tablesOf<'exchange'>(ctx.tx)
    .deleteFrom('exchange.file')
    .where('city_id', '=', ctx.cityId)
    .where('peer', '=', peer)
    .where(
      'sha256',
      'in',
      digests.map((digest) => Buffer.from(digest, 'hex')),
    )
    .execute();
}
