/** 问题归集: what the appeals of a period tell of together, ranked, accepted or dismissed by a person. */
import './problems.jobs.ts';
