import { cityFacts } from '../server/src/assembly.ts';
import { anchorsOf, takeAnchor, verifyAnchors } from '../server/src/audit/anchors/index.ts';
import { keepVerdict } from '../server/src/audit/keep-verdict.ts';
import { text } from '../server/src/audit/text.ts';
import { verifyLog } from '../server/src/audit/verify-log.ts';
import { systemClock } from '../server/src/platform/clock.ts';
import { readConfig } from '../server/src/platform/config.ts';
import { type Database, openDatabase } from '../server/src/platform/db.ts';
import { createLog } from '../server/src/platform/log.ts';
import { visitDatabase } from '../server/src/platform/postgres/index.ts';
import { reachDatabase } from '../server/src/platform/reach-database.ts';
import type { AnchorsPort } from '../server/src/ports/anchors/index.ts';

// npm run -s audit:verify [-- --anchor]: beside a running program or without one. Ends with 1 when anything does not agree.

/** Of all chains as they stand: before trust in a machine ends, and after an import of older instants. */
async function anchorNow({ pool }: Database, anchors: AnchorsPort, cityId: number): Promise<void> {
  const until = systemClock.now();
  const line = await takeAnchor({ pool, anchors, cityId, until, isOfAll: true });
  if (line !== null) say(text.anchored(line.no, line.records));
}

const say = (line: string) => process.stdout.write(`${line}\n`);
const log = createLog('warn');
try {
  const config = readConfig(process.env, []);
  const visit =
    config.databaseUrl === null
      ? await visitDatabase({ dataFolder: config.dataFolder, log })
      : {
          connection: { connectionString: await reachDatabase(config.databaseUrl) },
          stop: async () => {},
        };
  const db = openDatabase(visit.connection, log);
  try {
    const client = await db.pool.connect();
    try {
      const { cityId } = cityFacts(config);
      const anchors = anchorsOf(config);
      if (process.argv.includes('--anchor')) await anchorNow(db, anchors, cityId);
      const verdict = await verifyLog(client);
      say(text.counts(verdict));
      for (const broken of verdict.broken) say(text.broken(broken));
      const anchored = await verifyAnchors(client, anchors, cityId);
      say(text.anchors(anchored));
      for (const broken of anchored.broken) say(text.unanchored(broken));
      const found = verdict.broken.length + anchored.broken.length;
      const { chains, events } = verdict;
      const counts = { chains, events, anchors: anchored.anchors, broken: found };
      await keepVerdict(db.pool, { cityId, at: systemClock.now(), ...counts });
      say(found === 0 ? text.whole : text.found(found));
      process.exitCode = found === 0 ? 0 : 1;
    } finally {
      client.release();
    }
  } finally {
    await db.stop();
    await visit.stop();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
