export type { DatabaseConnection } from './create-database.ts';
export { type Database, type DatabaseWanted, startDatabase } from './start-database.ts';
export { visitDatabase } from './visit-database.ts';
