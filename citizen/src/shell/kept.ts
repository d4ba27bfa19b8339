/**
 * One value kept on the phone: `local` outlives the tab, `session` does not.
 * Storage may be full or forbidden (private windows): then the page works and forgets.
 */
export interface Kept<T> {
  read(): T | null;
  write(value: T): void;
  drop(): void;
}

export function kept<T>(where: 'local' | 'session', name: string): Kept<T> {
  const full = `minsheng.${name}`;
  return {
    read: () => guarded(() => parsed<T>(storageOf(where).getItem(full))),
    write: (value) => guarded(() => storageOf(where).setItem(full, JSON.stringify(value))),
    drop: () => guarded(() => storageOf(where).removeItem(full)),
  };
}

function storageOf(where: 'local' | 'session'): Storage {
  return where === 'local' ? localStorage : sessionStorage;
}

function parsed<T>(text: string | null): T | null {
  return text === null ? null : JSON.parse(text);
}

function guarded<T>(run: () => T): T | null {
  try {
    return run();
  } catch {
    return null;
  }
}
