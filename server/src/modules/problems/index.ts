/** 问题归集: what the appeals of a period tell of together, ranked, accepted or dismissed by a person. */
import './problems.jobs.ts';

export { askRun } from './ask-run.ts';
export { makeRun } from './make-run.ts';
