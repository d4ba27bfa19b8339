import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { basePath } from './http/exchange.ts';
import { serve } from './http/server.ts';
import { readSettings, type Settings, usage } from './settings.ts';
import { openStore } from './store/database.ts';
import { playWhatWaits } from './work/auto.ts';
import { startSender } from './work/sender.ts';

/** 模拟110: a program of its own with its own database. `npm run police-110`. */
const settings = settingsOrUsage();
const store = openStore(settings.dataFolder);
playWhatWaits(store, settings.ownCode);
const server = serve({ store, settings });
server.listen(settings.port, '127.0.0.1');
await once(server, 'listening');
const sender = startSender(store, settings);
const { port } = addressOf(server.address());
process.stdout.write(
  `模拟110已就绪: http://127.0.0.1:${port}  接口 http://127.0.0.1:${port}${basePath}\n`,
);

for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
    void sender.stop().then(() => store.close());
  });

function settingsOrUsage(): Settings {
  try {
    return readSettings(process.argv.slice(2), process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
    process.exit(2);
  }
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('No port.');
  return address;
}
