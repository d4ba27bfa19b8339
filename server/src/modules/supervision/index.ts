/** 督办: warnings before a limit is over, urging, and supervision level by level. */
import './by-mechanism.ts';
import './elsewhere.ts';
import './hear.ts';
import './late.ts';
import './proposal-wait.ts';
import './watch.ts';

export { propose } from './propose.ts';
export { isSupervised } from './read-supervision.ts';
export { supervise } from './supervise.ts';
export { runningLevels } from './supervisions.repo.ts';
