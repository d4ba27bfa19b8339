import pg from 'pg';
import { addressesOf, findPrimary } from './primary.ts';

const oldest = 15;
const connectSeconds = 10;

/**
 * Looks once at the database DATABASE_URL names, before anything is written: is it there, new enough, in UTF-8? Of several
 * it answers the address of the one that takes changes. No address is said again, a password may stand in it.
 */
export async function reachDatabase(url: string): Promise<string> {
  const addresses = addressesOf(url);
  const [only = url, ...others] = addresses;
  const address = others.length === 0 ? only : await findPrimary(addresses);
  if (address === null)
    throw new Error(
      'DATABASE_URL 指定的几个数据库里,现在没有可写的主库。请检查地址和各库状态。' +
        'None of the databases of DATABASE_URL takes changes now: look at their addresses and their state.',
    );
  await lookAt(address);
  return address;
}

async function lookAt(connectionString: string): Promise<void> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: connectSeconds * 1000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    throw new Error(
      '连不上 DATABASE_URL 指定的数据库。请检查地址、端口、库名、用户和口令,以及数据库是否已启动。' +
        'The database of DATABASE_URL cannot be reached: look at its address, name, user and password, and whether it runs.',
      { cause: error },
    );
  }
  try {
    const { rows } = await client.query<{ version: string; encoding: string }>(
      "select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding",
    );
    const reason = rows[0] ? reasonNotToUse(Number(rows[0].version), rows[0].encoding) : null;
    if (reason !== null) throw new Error(reason);
  } finally {
    await client.end();
  }
}

/** Null: fit for use. `version` as the server says it, 150004 for 15.4. */
export function reasonNotToUse(version: number, encoding: string): string | null {
  const major = Math.floor(version / 10_000);
  if (major < oldest)
    return `DATABASE_URL 指定的是 PostgreSQL ${major},需要 ${oldest} 或更新。That database is PostgreSQL ${major}: ${oldest} or newer is needed.`;
  if (encoding !== 'UTF8')
    return `DATABASE_URL 指定的数据库编码是 ${encoding},请用 UTF8 编码重建。That database is encoded in ${encoding}: make it anew in UTF8.`;
  return null;
}
