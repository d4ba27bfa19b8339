import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDataFolder, refuseTakenPort } from './room.ts';

test('a taken port is refused with its number, a free one is left free', async () => {
  const other = createServer().listen({ host: '127.0.0.1', port: 0 });
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(refuseTakenPort({ host: '127.0.0.1', port })).rejects.toThrow(`端口 ${port} 已被`);
  other.close();
  await once(other, 'close');
  await refuseTakenPort({ host: '127.0.0.1', port });
  await refuseTakenPort({ host: '127.0.0.1', port });
  await expect(refuseTakenPort({ host: '192.0.2.1', port })).rejects.toThrow('HOST');
});

test('a folder that cannot be made is refused with its name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'minsheng-room-'));
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeDataFolder(join(folder, 'file', 'data'))).toThrow(join(folder, 'file', 'data'));
  makeDataFolder(join(folder, 'deeper', 'data'));
  rmSync(folder, { recursive: true });
});
