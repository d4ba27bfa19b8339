import type { Actor } from './actor.ts';
import type { Clock } from './clock.ts';
import type { Database, Tx } from './db.ts';
import { newId } from './ids.ts';
import type { Log } from './log.ts';
import type { Keys } from './secrets.ts';
import { emptyUnitOfWork, type UnitOfWork } from './unit-of-work.ts';

export type { Actor } from './actor.ts';

/**
 * The outside world. Each port adds itself:
 * `declare module '../../platform/context.ts' { interface Ports { sms: SmsPort } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the ports fill it by declaration merging.
export interface Ports {}

export interface CityFacts {
  readonly cityId: number;
  /** Six digits: '350600'. */
  readonly code: string;
  readonly name: string;
  /** 'Asia/Shanghai'. */
  readonly zone: string;
}

/** What lives as long as the process. */
export interface Runtime {
  readonly db: Database;
  readonly clock: Clock;
  readonly city: CityFacts;
  readonly keys: Keys;
  readonly ports: Ports;
  readonly log: Log;
  readonly site: Site;
}

/** Where people outside reach this program. */
export interface Site {
  /** 'https://12345.example.gov.cn'. */
  readonly origin: string;
}

/** What lives as long as one transaction; the first argument of every use case. */
export interface Context {
  readonly cityId: number;
  readonly city: CityFacts;
  readonly now: Date;
  readonly actor: Actor;
  readonly tx: Tx;
  readonly keys: Keys;
  readonly ports: Ports;
  readonly site: Site;
  /** At `now`. */
  newId(): string;
  readonly unitOfWork: UnitOfWork;
}

/** `before`: the use case of the same transaction that came just before. */
export function contextIn(
  tx: Tx,
  runtime: Runtime,
  actor: Actor,
  now: Date,
  before: Context | null = null,
): Context {
  return {
    cityId: runtime.city.cityId,
    city: runtime.city,
    now,
    actor,
    tx,
    keys: runtime.keys,
    ports: runtime.ports,
    site: runtime.site,
    newId: () => newId(now),
    unitOfWork: emptyUnitOfWork(before?.unitOfWork.lastly),
  };
}
