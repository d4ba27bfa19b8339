import { afterAll, beforeAll, expect, test } from 'vitest';
import { recognise } from './installation.ts';
import { keysFrom } from './secrets.ts';
import { noPorts } from './testing/no-ports.ts';
import { type TestServer, testServerWith } from './testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await testServerWith({ ports: noPorts, routes: [], resolveActor: async () => null });
  await server.runtime.db.pool.query(
    "insert into platform.installation (clock) values ('system') on conflict do nothing",
  );
});
afterAll(() => server.stop());

test('a database knows its city and its keys, and refuses others', async () => {
  const { db, city, keys } = server.runtime;
  await recognise(db, { city, keys });
  await recognise(db, { city, keys });
  const others = keysFrom({ 1: Buffer.alloc(32, 7).toString('base64') });
  await expect(recognise(db, { city, keys: others })).rejects.toThrow('keys.json');
  const hami = { ...city, cityId: city.cityId + 1, name: '哈密市' };
  await expect(recognise(db, { city: hami, keys })).rejects.toThrow('哈密市');
});
