import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { peopleOf } from './chaos/lives.ts';
import { calmTraces } from './chaos/rounds.ts';
import { type Stops, startCluster } from './failover/cluster.ts';
import { startFleet } from './failover/fleet.ts';
import { missingPackages } from './failover/packages.ts';
import { playRound, troubles, troubleWords } from './failover/round.ts';

// npm run -s failover [-- --rounds 5] [--only machine|postgres|standby|frozen|switchover]
//   Three servers of Debian's PostgreSQL 15 under Patroni with a synchronous standby, the program on all of them; each round the
//   primary goes under load, every yes that was heard is looked for, and the primary comes back as a standby. Everything on
//   loopback. The last line is `N passed, N failed`.

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, only: { type: 'string' } },
});
const wanted = troubles.filter(
  (each) => values.only === undefined || values.only.split(',').includes(each),
);
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1 || wanted.length === 0) {
  process.stderr.write(`usage: npm run -s failover -- --rounds 5 [--only ${troubles.join('|')}]\n`);
  process.exit(2);
}
const missing = missingPackages();
if (missing.length > 0) {
  process.stderr.write(
    `Packages of Debian are missing: apt-get install --no-install-recommends ${missing.join(' ')}\n`,
  );
  process.exit(2);
}
const say = (line: string) => process.stdout.write(`${line}\n`);
const count = { passed: 0, failed: 0 };
const room = mkdtempSync(join(realpathSync(tmpdir()), 'minsheng-failover-'));
const stops: Stops = [];
const stop = async () => {
  for (const one of stops.splice(0).toReversed()) await one();
  rmSync(room, { recursive: true, force: true });
};
for (const name of ['SIGINT', 'SIGTERM'] as const)
  process.once(name, () => void stop().finally(() => process.exit(1)));

try {
  const cluster = await startCluster(room, stops);
  say('three servers stand; the program starts on them…');
  const fleet = await startFleet(room, cluster.databaseUrl, stops);
  const people = await peopleOf(fleet);
  const ground = { fleet, people, expected: await calmTraces(fleet, people) };
  const gaps: number[] = [];
  for (let no = 0; no < rounds; no += 1) {
    const trouble = wanted[no % wanted.length] ?? 'machine';
    const round = await playRound(ground, cluster, trouble);
    const { faults, tally, lives, gap } = round;
    gaps.push(gap);
    count[faults.length === 0 ? 'passed' : 'failed'] += 1;
    say(
      `${faults.length === 0 ? '  ✓' : '  ✗'} round ${no + 1}: ${troubleWords[trouble]}; ${lives} lives, ` +
        `${tally.acknowledged} heard, ${tally.putOff} put off, ${tally.unheard} unheard; nothing accepted for ` +
        `${gap.toFixed(1)} s, replaced after ${round.replacedAfter.toFixed(1)} s, whole again ${round.wholeAfter.toFixed(1)} s after the load`,
    );
    for (const fault of faults.slice(0, 10)) say(`      ${fault}`);
    if (faults.length > 10) say(`      and ${faults.length - 10} more`);
  }
  gaps.sort((a, b) => a - b);
  say(`  gap: ${gaps.map((gap) => gap.toFixed(1)).join(', ')} s`);
} finally {
  await stop();
}
say(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;
