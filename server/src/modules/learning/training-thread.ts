import { parentPort, workerData } from 'node:worker_threads';
import { trainBlend } from './blend.ts';
import { toBytes } from './keep.ts';

const blend = trainBlend(workerData, {
  seed: 1,
  mostFeatures: 300_000,
  inOrder: false,
  progress: () => undefined,
});
parentPort?.postMessage(toBytes(blend));
