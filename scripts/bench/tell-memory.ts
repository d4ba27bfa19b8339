import { renameSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Loaded before the program under a bench: what it holds in memory, once a second, for whoever reads the file.
const path = process.env.BENCH_MEMORY;
if (isMainThread && path !== undefined) {
  const tell = () => {
    writeFileSync(`${path}.new`, JSON.stringify(process.memoryUsage()));
    renameSync(`${path}.new`, path);
  };
  setInterval(tell, 1000).unref();
}
