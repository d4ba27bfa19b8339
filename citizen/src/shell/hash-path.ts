import { useSyncExternalStore } from 'react';

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

function read(): string {
  const hash = location.hash;
  return hash.startsWith('#/') ? hash.slice(2) : '';
}

/** The page's own path: what stands after `#/`. It never leaves the phone. */
export function useHashPath(): string {
  return useSyncExternalStore(subscribe, read);
}

export function goTo(path: string): void {
  location.hash = `#/${path}`;
}

/** Goes without leaving the old page in the history: after sending, "back" must not lead into the form. */
export function replaceWith(path: string): void {
  location.replace(`#/${path}`);
}
