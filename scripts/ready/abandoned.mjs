import { readFileSync } from 'node:fs';

const shells = ['sh', 'bash', 'dash', 'zsh', 'ash', 'busybox'];

/**
 * Tells whether the npm that started us is gone. npm waits for its script, so a vanished one was
 * killed; running on would keep the data folder from the next `npm start`. Outside npm we may be
 * left running on purpose, and never count as abandoned.
 */
export function watchForNpm() {
  if (process.env.npm_lifecycle_event === undefined) return () => false;
  const starters = startersOf(process.pid);
  return () => starters.some(({ pid, parent }) => statOf(pid)?.parent !== parent);
}

/** Us and the shells between us and npm, each with its parent. */
function startersOf(pid) {
  const own = statOf(pid);
  if (own === null) return [];
  const parent = statOf(own.parent);
  const rest = parent !== null && shells.includes(parent.name) ? startersOf(own.parent) : [];
  return [{ pid, parent: own.parent }, ...rest];
}

function statOf(pid) {
  if (process.platform !== 'linux') {
    return pid === process.pid ? { name: 'node', parent: process.ppid } : null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const end = stat.lastIndexOf(')');
    return {
      name: stat.slice(stat.indexOf('(') + 1, end),
      parent: Number(stat.slice(end + 2).split(' ')[1]),
    };
  } catch {
    return null;
  }
}
