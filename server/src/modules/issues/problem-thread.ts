import { parentPort, workerData } from 'node:worker_threads';
import { giveWay } from '../../platform/thread.ts';
import { gazetteerOf } from '../mentions/index.ts';
import { learnCityWords } from '../text/index.ts';
import type { ToThread } from './find-in-thread.ts';
import { findProblems } from './find-problems.ts';
import type { Message } from './message.ts';
import { namingNobody } from './naming-nobody.ts';
import { pairRule } from './same-thing-rules.ts';

giveWay();
// A thread has a dictionary of its own: it has to cut words as the program does.
learnCityWords(workerData);

const messages: Message[] = [];
parentPort?.on('message', (told: ToThread) => {
  if (told.kind === 'messages') {
    messages.push(...told.messages);
    parentPort?.postMessage({ kind: 'read', count: messages.length });
    return;
  }
  const gazetteer = gazetteerOf(told.places);
  const problems = findProblems(messages, {
    gazetteer,
    pairRule,
    progress: (done) => parentPort?.postMessage({ kind: 'progress', done }),
  });
  parentPort?.postMessage({
    kind: 'done',
    problems: problems.map((problem) => namingNobody(problem, gazetteer)),
  });
  parentPort?.close();
});
