import './watch-log.ts';

export { claimBackups, filesFolderOf, keptBackups } from './kept-backups.ts';
export { restoreBackup } from './restore-backup.ts';
export { takeBackup } from './take-backup.ts';
