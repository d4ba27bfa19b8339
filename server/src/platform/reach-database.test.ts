import { expect, inject, test } from 'vitest';
import { reachDatabase, reasonNotToUse } from './reach-database.ts';

const urlOf = (database: string) => {
  const { host, user } = inject('cluster');
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host)}`;
};

test('a database that is there is reached, one that is not is told in words, without the address', async () => {
  await reachDatabase(urlOf('postgres'));
  const words = '连不上 DATABASE_URL';
  await expect(reachDatabase(urlOf('nobody_made_it'))).rejects.toThrow(words);
  const secret = 'postgres://who:secret@127.0.0.1:9/none';
  const refused: Error = await reachDatabase(secret).catch((error) => error);
  expect(refused.message).toContain(words);
  expect(`${refused.message} ${refused.cause}`).not.toContain('secret');
});

test('an old server and a database that keeps no Chinese are refused', () => {
  expect(reasonNotToUse(140_012, 'UTF8')).toContain('PostgreSQL 14');
  expect(reasonNotToUse(150_000, 'SQL_ASCII')).toContain('SQL_ASCII');
  expect(reasonNotToUse(150_018, 'UTF8')).toBeNull();
  expect(reasonNotToUse(180_004, 'UTF8')).toBeNull();
});
