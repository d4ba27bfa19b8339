import { parseArgs } from 'node:util';
import { randomFrom } from '../server/src/modules/learning/random.ts';
import { startFleet } from './chaos/fleet.ts';
import { peopleOf } from './chaos/lives.ts';
import { blindSpots, calmTraces, killingRound, killings } from './chaos/rounds.ts';
import { scenarios } from './chaos/scenarios.ts';

// npm run -s chaos -- --rounds 20 [--seed 1] [--only rounds|NAME]
//   SIGKILL of web, workers and PostgreSQL at random moments under load, three a round; after each round every yes that was
//   heard is looked for. Then the troubles with a name. Starts its own servers; the last line is `N passed, N failed`.

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
if (![rounds, seed].every((each) => Number.isInteger(each) && each >= 0)) {
  process.stderr.write('usage: npm run -s chaos -- --rounds 20 [--seed 1] [--only rounds|NAME]\n');
  process.exit(2);
}
const say = (line: string) => process.stdout.write(`${line}\n`);
const count = { passed: 0, failed: 0 };
const report = (name: string, faults: readonly string[]) => {
  count[faults.length === 0 ? 'passed' : 'failed'] += 1;
  say(`${faults.length === 0 ? '  ✓' : '  ✗'} ${name}`);
  for (const fault of faults.slice(0, 10)) say(`      ${fault}`);
  if (faults.length > 10) say(`      and ${faults.length - 10} more`);
};
const isWanted = (name: string) => values.only === undefined || values.only === name;

const fleet = await startFleet(() => undefined);
try {
  const people = await peopleOf(fleet);
  const expected = await calmTraces(fleet, people);
  const ground = { fleet, people, expected };
  report('what was never done is missed', await blindSpots(ground));
  const random = randomFrom(seed).next;
  let killed = 0;
  for (let round = 1; isWanted('rounds') && round <= rounds; round += 1) {
    const list = killings(random);
    const from = performance.now();
    const { faults, tally, lives } = await killingRound(ground, list);
    killed += list.length;
    const seconds = ((performance.now() - from) / 1000).toFixed(0);
    report(
      `round ${round}: ${list.map(({ target }) => target).join(', ')} killed; ${lives} lives, ${tally.acknowledged} heard, ` +
        `${tally.putOff} put off, ${tally.unheard} unheard, ${seconds} s`,
      faults,
    );
  }
  if (killed > 0) say(`  ${killed} kills, seed ${seed}`);
  for (const { name, play } of scenarios) {
    if (!isWanted(name)) continue;
    const from = performance.now();
    const { faults, told, isLeftOut } = await play(ground);
    if (isLeftOut) say(`  – ${name}: left out: ${told}`);
    else report(`${name}: ${told}, ${((performance.now() - from) / 1000).toFixed(0)} s`, faults);
  }
} finally {
  await fleet.stop();
}
say(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;
