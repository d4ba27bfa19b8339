import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below those the system gives to whoever connects somewhere: one that is free while its server is down stays free. */
const lowest = 20_000;
const highest = 32_000;
let next = lowest + (process.pid % (highest - lowest));

export async function lastingPort(): Promise<number> {
  for (;;) {
    next = next >= highest ? lowest : next + 1;
    if (await isFree(next)) return next;
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}
