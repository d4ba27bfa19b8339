import { chmodSync, chownSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { canEnter, type RunAs } from './run-as.ts';
import { text } from './text.ts';

/** 日志归档: every finished piece of the database's log is copied out at once, so that any instant since a backup can be had again. */
export const logFolderOf = (backupFolder: string): string => join(backupFolder, 'log');

/** A piece is closed at the latest after this long: what a lost machine can lose. */
const longestOpenSeconds = 60;

// The database's own shell runs it for each piece and counts only an exit of 0 as archived. The same piece may
// come twice after a kill: then what lies there must be the same. `%p` and `%f` are the piece's path and name.
const archiveOne =
  'if [ -e "$d/%f.gz" ]; then gzip -dc "$d/%f.gz" | cmp -s - "%p"; else' +
  ' gzip -1 -c "%p" > "$d/%f.part" && sync "$d/%f.part" && mv "$d/%f.part" "$d/%f.gz" && sync "$d"; fi';

export function archiveSettings(logFolder: string | null): Record<string, string> {
  if (logFolder === null) return { archive_mode: 'off' };
  return {
    archive_mode: 'on',
    archive_command: `d=${quoted(logFolder)}; ${archiveOne}`,
    archive_timeout: `${longestOpenSeconds}s`,
  };
}

/** Reads the archived log up to `at`, or to its end, and opens the database there. */
export function recoverySettings(logFolder: string, at: Date | null): Record<string, string> {
  return {
    archive_mode: 'off',
    restore_command: `d=${quoted(logFolder)}; [ -e "$d/%f.gz" ] && gzip -dc "$d/%f.gz" > "%p"`,
    // Nobody asks it anything before it has come to its end.
    hot_standby: 'off',
    recovery_target_action: 'promote',
    // The names of zones, Z among them, are not read yet when it looks at this.
    ...(at === null ? {} : { recovery_target_time: at.toISOString().replace('Z', '+00') }),
  };
}

/** Makes the folder the database's user writes the log to; refuses one it cannot reach. */
export function prepareLogFolder(backupFolder: string, user: RunAs): string {
  const folder = logFolderOf(backupFolder);
  if (!existsSync(backupFolder)) mkdirSync(backupFolder, { recursive: true, mode: 0o700 });
  if (user !== null && !canEnter(user, backupFolder)) {
    // Its group may pass through to the log; it can list and read nothing else.
    chownSync(backupFolder, 0, user.gid);
    chmodSync(backupFolder, 0o710);
    if (!canEnter(user, backupFolder)) throw new Error(text.unreachableBackup(backupFolder));
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user !== null) chownSync(folder, user.uid, user.gid);
  return folder;
}

/** For the shell, and `%` for the database, which takes it as the beginning of a name of its own. */
const quoted = (path: string): string => `'${path.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;
