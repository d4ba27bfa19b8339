import pg from 'pg';
import { forever, type Life } from './forever.ts';

/**
 * `postgresql://user@one:5432,two:5432/minsheng`, as libpq writes several servers of which one is the primary: an address
 * each. What only libpq understands is left out.
 */
export function addressesOf(url: string): readonly string[] {
  const parts = /^(postgres(?:ql)?:\/\/(?:[^@/?]*@)?)([^/?]*,[^/?]*)(.*)$/.exec(url);
  if (!parts) return [url];
  const [, before = '', hosts = '', after = ''] = parts;
  const rest = after.replace(/([?&])target_session_attrs=[^&]*&?/, '$1').replace(/[?&]$/, '');
  return hosts.split(',').map((host) => `${before}${host}${rest}`);
}

const askMs = 2000;
const lookEveryMs = 1000;

/** Which of these servers takes changes; null: none now. Each is given two seconds to say so. */
export async function findPrimary(addresses: readonly string[]): Promise<string | null> {
  const asked = await Promise.all(addresses.map(timelineOf));
  const found = addresses.flatMap((address, no) => {
    const timeline = asked[no] ?? null;
    return timeline === null ? [] : [{ address, timeline }];
  });
  // One that was cut off or stood still may not know yet that another has taken over: its timeline is the older one.
  found.sort((a, b) => b.timeline - a.timeline);
  return found[0]?.address ?? null;
}

/** Null: it is a standby, away, or does not answer. */
async function timelineOf(connectionString: string): Promise<number | null> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: askMs });
  client.on('error', () => {});
  const late = setTimeout(() => breakOff(client), askMs);
  try {
    await client.connect();
    const { rows } = await client.query<{ timeline: string | null }>(
      `select case when not pg_is_in_recovery() then left(pg_walfile_name(pg_current_wal_lsn()), 8) end as timeline`,
    );
    const timeline = rows[0]?.timeline ?? null;
    return timeline === null ? null : Number.parseInt(timeline, 16);
  } catch {
    return null;
  } finally {
    clearTimeout(late);
    void client.end().catch(() => {});
  }
}

/**
 * 主库切换: looks every second whether the primary is still the primary. When another has taken over, `move` is told, and
 * every connection to the old one is to be broken off: what waits there may wait for ever.
 */
export function followPrimary(
  addresses: readonly string[],
  first: string,
  move: (address: string) => void,
): Life {
  let current = first;
  return forever(async () => {
    if ((await timelineOf(current)) !== null) return lookEveryMs;
    const found = await findPrimary(addresses);
    if (found !== null && found !== current) {
      current = found;
      move(found);
    }
    return lookEveryMs;
  });
}

/** Now, without a word to the other side, which may not listen any more; whoever waits for an answer hears of it. */
export function breakOff(client: pg.ClientBase): void {
  const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } })
    .connection;
  stream.destroy();
}
