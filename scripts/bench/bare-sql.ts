import pg from 'pg';
import { systemClock } from '../../server/src/platform/clock.ts';
import { newId } from '../../server/src/platform/ids.ts';
import { runClients } from './run-clients.ts';

/** The tables a create writes, and the column that holds the order's id. */
const tables = [
  ['orders.order', 'id'],
  ['orders.text', 'order_id'],
  ['orders.search', 'order_id'],
  ['requesters.requester', 'order_id'],
  ['platform.event', 'subject_id'],
] as const;

interface RowToWrite {
  readonly table: string;
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
  /** Where this order's own id, its issue's id and its number stand among the values. */
  readonly idAt: readonly number[];
  readonly issueAt: readonly number[];
  readonly numberAt: readonly number[];
}

/** The rows of one create by plain pipelined SQL in one transaction, as many clients, on the same database: per second. */
export async function bareSql(
  connection: pg.ClientConfig,
  clients: number,
  seconds: number,
): Promise<number> {
  const connected = await Promise.all(Array.from({ length: clients }, () => connect(connection)));
  try {
    const [first] = connected;
    if (!first) throw new Error('Nobody is connected.');
    const rows = await rowsOfOneCreate(first);
    const ran = await runClients(clients, seconds, (client) =>
      write(connected[client] ?? first, rows),
    );
    if (ran.errors > 0) throw new Error(`Bare SQL failed: ${ran.reasons.join('; ')}`);
    return ran.done / ran.seconds;
  } finally {
    await Promise.all(connected.map((client) => client.end()));
  }
}

async function connect(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client({ ...connection, pipeline: true });
  await client.connect();
  return client;
}

/** Taken from the last order that was created over HTTP: the very same columns and sizes. */
async function rowsOfOneCreate(client: pg.Client): Promise<RowToWrite[]> {
  const last = await client.query<{ id: string; issue_id: string; order_no: string }>(
    "select id, issue_id, order_no from orders.order where status = 'to-dispatch' order by id desc limit 1",
  );
  const order = last.rows[0];
  if (!order) throw new Error('No order was created.');
  const read = async (table: string, where: string, values: unknown[]) => {
    const { rows } = await client.query<Record<string, unknown>>(
      `select * from ${table} where ${where}`,
      values,
    );
    return rows.map((row) => rowToWrite(table, row, order));
  };
  const ofOrder = tables.map(([table, column]) => read(table, `${column} = $1`, [order.id]));
  const issue = read('issues.issue', 'id = $1', [order.issue_id]);
  const counters = { city_id: 3506, key: 'order:to-dispatch', delta: 1 };
  const rows = (await Promise.all([...ofOrder, issue])).flat();
  return [...rows, rowToWrite('desk.delta', counters, order)];
}

function rowToWrite(
  table: string,
  row: Readonly<Record<string, unknown>>,
  order: { id: string; issue_id: string; order_no: string },
): RowToWrite {
  const columns = Object.keys(row);
  const values = columns.map((column) => asParameter(row[column]));
  const at = (wanted: string) => values.flatMap((value, no) => (value === wanted ? [no] : []));
  return {
    table,
    columns,
    values,
    idAt: at(order.id),
    issueAt: at(order.issue_id),
    numberAt: at(order.order_no),
  };
}

/** A document column comes back as an object and goes in as text. */
function asParameter(value: unknown): unknown {
  const isDocument =
    typeof value === 'object' &&
    value !== null &&
    !(value instanceof Date) &&
    !Buffer.isBuffer(value) &&
    !Array.isArray(value);
  return isDocument ? JSON.stringify(value) : value;
}

let serial = 0;

/** Every statement leaves at once; the answer to `commit` is the answer to all. */
async function write(client: pg.Client, rows: readonly RowToWrite[]): Promise<void> {
  const now = systemClock.now();
  const [id, issueId] = [newId(now), newId(now)];
  serial += 1;
  const orderNo = `350600-20990101-${String(serial).padStart(6, '0')}`;
  const sent = [client.query('begin')];
  for (const row of rows) sent.push(client.query(statement(row, { id, issueId, orderNo })));
  sent.push(client.query('commit'));
  await Promise.all(sent);
}

function statement(row: RowToWrite, own: { id: string; issueId: string; orderNo: string }) {
  const values = [...row.values];
  for (const at of row.idAt) values[at] = own.id;
  for (const at of row.issueAt) values[at] = own.issueId;
  for (const at of row.numberAt) values[at] = own.orderNo;
  const [schema, table] = row.table.split('.');
  const places = row.columns.map((_, at) => `$${at + 1}`).join(', ');
  return {
    name: `bare ${row.table}`,
    text: `insert into "${schema}"."${table}" (${row.columns.join(', ')}) values (${places})`,
    values,
  };
}
