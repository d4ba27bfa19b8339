/** Lets the page itself open without net. False where the browser knows no way, or the connection is not a safe one. */
export async function keepPage(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  try {
    await navigator.serviceWorker.register('/c/front-line-worker.js', { scope: '/c/f' });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ parts: loadedParts() });
    return true;
  } catch {
    return false;
  }
}

const loadedParts = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => name.indexOf('/c/assets/') !== -1);
