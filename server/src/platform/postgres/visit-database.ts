import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { connectionAt, type DatabaseConnection } from './create-database.ts';
import { holderOf } from './folder-lock.ts';
import { findPlace } from './place.ts';
import { socketPort } from './settings.ts';
import { type DatabaseWanted, startDatabase } from './start-database.ts';
import { text } from './text.ts';

export interface Visit {
  readonly connection: DatabaseConnection;
  stop(): Promise<void>;
}

/** For programs that only look: the database of the program that lives on the folder, or else one started for as long as they look. */
export async function visitDatabase(wanted: DatabaseWanted): Promise<Visit> {
  if (!existsSync(join(wanted.dataFolder, 'postgres')))
    throw new Error(text.noDatabase(wanted.dataFolder));
  if (holderOf(wanted.dataFolder) === null) return startDatabase(wanted);
  const { socketFolder } = findPlace(wanted.dataFolder, wanted.log);
  return { connection: connectionAt(socketFolder, socketPort), stop: async () => {} };
}
