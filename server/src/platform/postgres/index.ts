export { type CopiedCluster, copyCluster } from './copy-cluster.ts';
export type { DatabaseConnection } from './create-database.ts';
export { logFolderOf } from './log-archive.ts';
export { recoverCluster } from './recover-cluster.ts';
export { type Database, type DatabaseWanted, startDatabase } from './start-database.ts';
export { visitDatabase } from './visit-database.ts';
