import type { Actor } from './actor.ts';
import type { AuditBuffer, RouteEntry } from './app.ts';
import type { Runtime } from './context.ts';
import { newId } from './ids.ts';
import type { Json } from './json.ts';

const flushMilliseconds = 1000;
/** A burst beyond this is written at once rather than held in memory. */
const fullLines = 500;

export function auditBuffer(runtime: Runtime): AuditBuffer {
  let lines: Json[] = [];
  const flush = async () => {
    if (lines.length === 0) return;
    const batch = lines;
    lines = [];
    await writeLines(runtime, batch);
  };
  const flushOrWarn = () =>
    flush().catch((error) =>
      runtime.log.error({ err: error }, 'audit lines of reads could not be written'),
    );
  const timer = setInterval(flushOrWarn, flushMilliseconds);
  timer.unref();
  return {
    add: (entry, actor, facts, refusal) => {
      lines.push(lineOf(runtime, entry, actor, facts, refusal));
      if (lines.length >= fullLines) void flushOrWarn();
    },
    flush,
    stop: async () => {
      clearInterval(timer);
      await flushOrWarn();
    },
  };
}

function lineOf(
  { clock, city }: Runtime,
  { audit, method, path }: RouteEntry,
  actor: Actor,
  facts: Readonly<Record<string, Json>>,
  refusal: string | null,
): Json {
  const at = clock.now();
  return {
    city_id: city.cityId,
    at: at.toISOString(),
    id: newId(at),
    word: audit,
    method,
    path,
    actor_kind: actor.kind,
    actor_id: actor.accountId,
    unit_code: actor.unitCode,
    facts,
    refusal,
  };
}

async function writeLines({ db, clock }: Runtime, lines: readonly Json[]): Promise<void> {
  await db.ensureMonth(clock.now());
  await db.pool.query(
    `insert into platform.audit_line
       (city_id, at, id, word, method, path, actor_kind, actor_id, unit_code, facts, refusal)
     select city_id, at, id, word, method, path, actor_kind, actor_id, unit_code, facts, refusal
     from jsonb_to_recordset($1::jsonb) as line
       (city_id smallint, at timestamptz, id uuid, word text, method text, path text,
        actor_kind text, actor_id uuid, unit_code text, facts jsonb, refusal text)`,
    [JSON.stringify(lines)],
  );
}
