import { parseArgs } from 'node:util';
import { benchLife } from './bench/life.ts';

// npm run -s bench -- life --seconds 30 --orders 0|100000
// create → dispatch → submit → search over HTTP by 16 clients, then the bare SQL of a create. One JSON line last.

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '30' },
    orders: { type: 'string', default: '0' },
    clients: { type: 'string', default: '16' },
  },
});

const wishes = {
  seconds: Number(values.seconds),
  orders: Number(values.orders),
  clients: Number(values.clients),
};
const areNumbers = Object.values(wishes).every((value) => Number.isInteger(value) && value >= 0);
if (positionals[0] !== 'life' || !areNumbers || wishes.seconds === 0 || wishes.clients === 0) {
  process.stderr.write('usage: npm run -s bench -- life --seconds 30 --orders 0|100000\n');
  process.exit(2);
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const measured = await benchLife(wishes, say);
process.stdout.write(`${JSON.stringify(measured)}\n`);
