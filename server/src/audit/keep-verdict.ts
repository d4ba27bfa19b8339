export interface Verified {
  readonly cityId: number;
  readonly at: Date;
  readonly chains: number;
  readonly events: number;
  readonly anchors: number;
  /** Places that do not agree. */
  readonly broken: number;
}

/** A pool of connections, as far as it is needed here. */
interface Asked {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/** 记下核验结果, for the program to look at: what does not agree waits for a person there (module upkeep). */
export async function keepVerdict(pool: Asked, found: Verified): Promise<void> {
  const { cityId, at, chains, events, anchors, broken } = found;
  await pool.query(
    `insert into upkeep.verification (city_id, at, chains, events, anchors, broken)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (city_id) do update
     set at = excluded.at, chains = excluded.chains, events = excluded.events, anchors = excluded.anchors,
       broken = excluded.broken`,
    [cityId, at, chains, events, anchors, broken],
  );
}
