import { Client } from 'pg';
import { startDatabase } from '../index.ts';

/** A program of its own for the tests of kills: holds the database of a folder until it is ended. */
const silent = { info: () => undefined, warn: () => undefined };
const [dataFolder] = process.argv.slice(2);
if (dataFolder === undefined) throw new Error('usage: hold-database.ts FOLDER');

try {
  const database = await startDatabase({ dataFolder, log: silent });
  const client = new Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table if not exists held (word text primary key)');
  await client.query("insert into held values ('民声') on conflict do nothing");
  await client.end();
  process.stdout.write(`${database.pid()}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`${error instanceof Error ? error.message.replaceAll('\n', ' ') : error}\n`);
  process.exitCode = 1;
}
