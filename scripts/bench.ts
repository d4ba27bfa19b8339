import { parseArgs } from 'node:util';
import { benchExchange } from './bench/exchange.ts';
import { benchIndicators } from './bench/indicators.ts';
import { benchLife } from './bench/life.ts';
import { benchProblems } from './bench/problems.ts';
import { benchText } from './bench/text.ts';

// npm run -s bench -- life --seconds 30 --orders 0|100000|1000000|10000000 --data FOLDER
//   create → dispatch → submit → search over HTTP by 16 clients, then the bare SQL of a create. Beyond --complete (a million)
//   the orders are closed ones of the three years before. With --data the folder is kept, and what is loaded is used again.
// npm run -s bench -- text --seconds 20 --rows 5000 --orders 100000
//   training, then suggestions while typing, then the search for others about the same thing among the keys of so many orders.
// npm run -s bench -- problems --rows 50000
//   messages of three months grouped into problems, in a thread of its own.
// npm run -s bench -- exchange --seconds 20
//   messages in and out with their receipts, the oldest of the queue under a burst, then bare inserts of a message.
// npm run -s bench -- indicators --orders 1000000 --data FOLDER
//   scorecard, trend, ranking, the orders behind a number, and one more event, among so many orders of a year. With --data
//   the folder is kept, and a load of as many orders found in it is used again.
// One JSON line last.

const usage = `usage: npm run -s bench -- life --seconds 30 --orders 0|100000|1000000|10000000 [--complete 1000000] [--data FOLDER]
       npm run -s bench -- text --seconds 20 --rows 5000 --orders 100000
       npm run -s bench -- problems --rows 50000
       npm run -s bench -- exchange --seconds 20
       npm run -s bench -- indicators --orders 1000000 [--data FOLDER]
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '30' },
    orders: { type: 'string', default: '0' },
    rows: { type: 'string', default: '5000' },
    clients: { type: 'string', default: '16' },
    complete: { type: 'string', default: '1000000' },
    data: { type: 'string' },
  },
});

const wishes = {
  seconds: Number(values.seconds),
  orders: Number(values.orders),
  rows: Number(values.rows),
  clients: Number(values.clients),
  complete: Number(values.complete),
};
const data = values.data ?? null;
const areNumbers = Object.values(wishes).every((value) => Number.isInteger(value) && value >= 0);
const say = (line: string) => process.stderr.write(`${line}\n`);
const benches = {
  life: () => benchLife({ ...wishes, data }, say),
  text: () => benchText(wishes, say),
  problems: () => benchProblems(wishes, say),
  exchange: () => benchExchange(wishes, say),
  indicators: () => benchIndicators({ orders: wishes.orders, data }, say),
} as const;
const isBench = (word: string | undefined): word is keyof typeof benches =>
  word !== undefined && word in benches;
const [name] = positionals;
if (!isBench(name) || !areNumbers || wishes.seconds * wishes.clients * wishes.rows === 0) {
  process.stderr.write(usage);
  process.exit(2);
}
process.stdout.write(`${JSON.stringify(await benches[name]())}\n`);
