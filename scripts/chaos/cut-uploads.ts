import { randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ground, Played } from './rounds.ts';

const cuts = 20;
const size = 2_000_000;

/** The line breaks in the middle of an upload: no file is kept under a name, nothing of it lies about. */
export async function cutUploads({ fleet, people }: Ground): Promise<Played> {
  const before = await keptFiles();
  for (let no = 0; no < cuts; no += 1) await cut(no / cuts);
  await pause(1000);
  const lying = readdirSync(join(fleet.dataFolder, 'files', 'incoming'));
  const rows = (await keptFiles()) - before;
  return {
    faults: [
      ...(rows === 0 ? [] : [`${rows} files were kept of uploads that broke off`]),
      ...(lying.length === 0 ? [] : [`${lying.length} halves lie about`]),
    ],
    told: `${cuts} uploads of ${size / 1e6} MB cut between their beginning and their end`,
  };

  async function keptFiles(): Promise<number> {
    const { rows } = await fleet.runtime.db.pool.query<{ count: number }>(
      'select count(*)::integer as count from files.file',
    );
    return rows[0]?.count ?? 0;
  }

  async function cut(share: number): Promise<void> {
    const { hostname, port } = new URL(fleet.url);
    const line = 'chaos';
    const head =
      `--${line}\r\ncontent-disposition: form-data; name="purpose"\r\n\r\nappeal\r\n` +
      `--${line}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n`;
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(
      `POST /api/files HTTP/1.1\r\nhost: ${hostname}\r\nauthorization: Bearer ${people.agent.token}\r\n` +
        `content-type: multipart/form-data; boundary=${line}\r\ncontent-length: ${size}\r\n\r\n${head}`,
    );
    socket.write(randomBytes(Math.floor((size - head.length) * share)));
    await pause(100);
    socket.destroy();
  }
}
