import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../../platform/thread.ts';
import { learnCityWords } from '../text/index.ts';
import { toBytes } from './keep.ts';
import type { ToThread } from './train-in-thread.ts';
import { type Lesson, lessonOf, trainVersion } from './training.ts';

giveWay();
// A thread has a dictionary of its own: it has to cut words as the program does that will use what is learnt here.
learnCityWords(workerData);

const lessons: Lesson[] = [];
parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'rows') {
    lessons.push(...message.rows.map(lessonOf));
    parentPort?.postMessage({ kind: 'read', count: lessons.length });
    return;
  }
  const trained = trainVersion(lessons, message.wish, (phase, done, total) =>
    parentPort?.postMessage({ kind: 'progress', phase, done, total }),
  );
  if (!trained) parentPort?.postMessage({ kind: 'done', result: null });
  else {
    const { judged, blend, taught, mix } = trained;
    const bytes = toBytes(trained);
    const labels = blend.labels.length;
    parentPort?.postMessage({ kind: 'done', result: { bytes, judged, labels, taught, mix } });
  }
  parentPort?.close();
});
