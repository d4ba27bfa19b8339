import { Client } from 'pg';

/** How the program reaches its database: an ordinary role that owns one database, as a managed server would give it. */
export interface DatabaseConnection {
  host: string;
  port: number;
  user: string;
  database: string;
}

const name = 'minsheng';

/** Makes role and database unless they are there; a kill between the two steps is made good at the next start. */
export async function createDatabase(host: string, port: number): Promise<DatabaseConnection> {
  const client = new Client({ host, port, user: 'postgres', database: 'postgres' });
  await client.connect();
  try {
    if (!(await exists(client, 'select 1 from pg_roles where rolname = $1'))) {
      await client.query(`create role ${name} login createdb in role pg_monitor, pg_checkpoint`);
    }
    if (!(await exists(client, 'select 1 from pg_database where datname = $1'))) {
      await client.query(`create database ${name} owner ${name}`);
    }
  } finally {
    await client.end();
  }
  return connectionAt(host, port);
}

export const connectionAt = (host: string, port: number): DatabaseConnection => ({
  host,
  port,
  user: name,
  database: name,
});

async function exists(client: Client, question: string): Promise<boolean> {
  const { rowCount } = await client.query(question, [name]);
  return rowCount === 1;
}

/** The same as an address, for programs that take only that. */
export function connectionString(connection: DatabaseConnection): string {
  const { user, database, host, port } = connection;
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}
