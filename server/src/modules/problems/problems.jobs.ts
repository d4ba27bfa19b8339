import { systemActor } from '../../platform/actor.ts';
import { chore } from '../../platform/chores.ts';
import { handleApart } from '../../platform/jobs.ts';
import { transact } from '../../platform/transact.ts';
import { askWhereDue, runProblems } from './ask-run.ts';
import { makeRun } from './make-run.ts';

handleApart(runProblems, makeRun);

chore({
  name: 'problems:weekly',
  everySeconds: 120,
  work: (runtime) => transact(runtime, systemActor, askWhereDue),
});
