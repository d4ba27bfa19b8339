import pg from 'pg';
const c = new pg.Client({ host: '/tmp/h/me-data/postgres/socket', port: 5432, user: process.argv[3] ?? 'minsheng', database: 'minsheng' });
await c.connect();
for (const q of process.argv[2].split(';')) console.table((await c.query(q)).rows);
await c.end();
