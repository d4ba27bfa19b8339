import { parseArgs } from 'node:util';
import { benchConsoles } from './bench/consoles.ts';
import { benchExchange } from './bench/exchange.ts';
import { benchIndicators } from './bench/indicators.ts';
import { benchLife } from './bench/life.ts';
import { benchLists } from './bench/lists.ts';
import { benchOpening } from './bench/opening.ts';
import { benchProblems } from './bench/problems.ts';
import { benchSoak } from './bench/soak.ts';
import { benchSpike } from './bench/spike.ts';
import { benchText } from './bench/text.ts';

// npm run -s bench -- life --seconds 30 --orders 0|100000|1000000|10000000 --data FOLDER
//   create → dispatch → submit → search over HTTP by 16 clients, then the bare SQL of a create. Beyond --complete (a million)
//   the orders are closed ones of the three years before. With --data the folder is kept, and what is loaded is used again.
// npm run -s bench -- lists --orders 1000000 --data FOLDER
//   desks, counters, an order, a search of two to four characters, p50 and p95 by one who is signed in.
// npm run -s bench -- opening [--orders 1000000 --data FOLDER]
//   start on a database that is there, and the first screens of console and citizen page in a real browser, slowed four times.
// npm run -s bench -- spike --seconds 600 --times 15 --usual 100
//   so many requests a second as usual, many times as many by the clock, usual again: refusals, losses, time to recover.
// npm run -s bench -- consoles --count 1000 --seconds 60
//   so many open consoles, fifty on the desk that changes: from the change to the message and to the list that shows it.
// npm run -s bench -- soak --minutes 60 --usual 5
//   memory each minute under so many lives a second, and how fast it grows.
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
       npm run -s bench -- lists --orders 1000000 [--complete 1000000] [--data FOLDER]
       npm run -s bench -- opening [--orders 1000000 --data FOLDER]
       npm run -s bench -- spike --seconds 600 --times 15 [--usual 100] [--orders 1000000 --data FOLDER]
       npm run -s bench -- consoles --count 1000 --seconds 60 [--orders 1000000 --data FOLDER]
       npm run -s bench -- soak --minutes 60 [--usual 5] [--orders 1000000 --data FOLDER]
       npm run -s bench -- text --seconds 20 --rows 5000 --orders 100000
       npm run -s bench -- problems --rows 50000
       npm run -s bench -- exchange --seconds 20
       npm run -s bench -- indicators --orders 1000000 [--data FOLDER]
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string' },
    times: { type: 'string', default: '15' },
    usual: { type: 'string' },
    count: { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '60' },
    orders: { type: 'string', default: '0' },
    rows: { type: 'string', default: '5000' },
    clients: { type: 'string', default: '16' },
    complete: { type: 'string', default: '1000000' },
    data: { type: 'string' },
  },
});

const [name] = positionals;
const usually = name === 'soak' ? '5' : '100';
const wishes = {
  seconds: Number(values.seconds ?? (name === 'spike' ? '600' : '30')),
  times: Number(values.times),
  usual: Number(values.usual ?? usually),
  count: Number(values.count),
  minutes: Number(values.minutes),
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
  lists: () => benchLists({ ...wishes, data }, say),
  opening: () => benchOpening({ ...wishes, data }, say),
  spike: () => benchSpike({ ...wishes, data }, say),
  consoles: () => benchConsoles({ ...wishes, data }, say),
  soak: () => benchSoak({ ...wishes, data }, say),
  text: () => benchText(wishes, say),
  problems: () => benchProblems(wishes, say),
  exchange: () => benchExchange(wishes, say),
  indicators: () => benchIndicators({ orders: wishes.orders, data }, say),
} as const;
const isBench = (word: string | undefined): word is keyof typeof benches =>
  word !== undefined && word in benches;
if (
  !isBench(name) ||
  !areNumbers ||
  Object.entries(wishes).some(([key, value]) => key !== 'orders' && value === 0)
) {
  process.stderr.write(usage);
  process.exit(2);
}
process.stdout.write(`${JSON.stringify(await benches[name]())}\n`);
