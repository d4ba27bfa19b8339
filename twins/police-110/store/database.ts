import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

export type Store = DatabaseSync;

/** Everything 110 knows: one file of its own. What a commit has answered for survives SIGKILL and a power cut. */
export function openStore(folder: string): Store {
  mkdirSync(folder, { recursive: true });
  const store = new DatabaseSync(join(folder, 'police-110.sqlite'));
  store.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;');
  store.exec(tables);
  return store;
}

const tables = `
create table if not exists cases (
  number text primary key,
  direction text not null check (direction in ('in', 'out')),
  kind text not null check (kind in ('transfer', 'clue')),
  peer_number text,
  state text not null,
  content text not null,
  opened_at text not null,
  changed_at text not null
) strict;
create index if not exists cases_peer on cases (peer_number, number);
create index if not exists cases_state on cases (state, number);

create table if not exists received (
  id text primary key,
  digest text not null,
  raw text not null,
  receipt text not null,
  receipt_at text not null,
  day text not null,
  kind text not null,
  seq integer not null,
  peer_number text not null,
  number text,
  state text not null check (state in ('applied', 'held', 'dead')),
  reason text,
  unique (peer_number, seq)
) strict;
create index if not exists received_day on received (day, id);
create index if not exists received_number on received (number);

create table if not exists sent (
  id text primary key,
  digest text not null,
  raw text not null,
  day text not null,
  kind text not null,
  seq integer not null,
  number text not null references cases,
  state text not null check (state in ('waiting', 'sent', 'dead', 'dismissed')),
  attempts integer not null default 0,
  next_ms integer not null default 0,
  error text,
  receipt text
) strict;
create unique index if not exists sent_place on sent (number, seq) where state <> 'dismissed';
create index if not exists sent_day on sent (day, id);
create index if not exists sent_waiting on sent (number, seq) where state in ('waiting', 'dead');

create table if not exists shares (
  id text primary key,
  asker text not null check (asker in ('us', 'them')),
  giver text not null check (giver in ('us', 'them')),
  purpose text not null,
  fields text not null,
  until_at text not null,
  ours text not null,
  theirs text not null,
  ended text not null,
  cursor text not null,
  taken integer not null
) strict;

create table if not exists files (sha256 text primary key, bytes blob not null) strict;
create table if not exists settings (name text primary key, value text not null) strict;
create table if not exists counters (day text primary key, last integer not null) strict;
`;

/** All of it or nothing; inside another one it is a part of that. */
export function inTransaction<T>(store: Store, work: () => T): T {
  if (store.isTransaction) return work();
  store.exec('begin immediate');
  try {
    const result = work();
    store.exec('commit');
    return result;
  } catch (error) {
    store.exec('rollback');
    throw error;
  }
}
