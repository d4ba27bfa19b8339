import type { Gazetteer } from '../mentions/index.ts';
import { redact } from '../redaction/index.ts';
import type { Problem } from './find-problems.ts';
import { unnamed } from './name-problem.ts';

/**
 * 不指名: what several say may still be somebody's name; a problem is called by places, things and what happened. A title is
 * one person's words, and whoever reads the problem may not be allowed to read that order: it goes no further.
 */
export function namingNobody(problem: Problem, places: Gazetteer): Problem {
  const isNobody = ({ term }: { readonly term: string }): boolean =>
    redact(term, { places }).removals.length === 0;
  const [names, words] = [problem.names.filter(isNobody), problem.words.filter(isNobody)];
  const shared = [...problem.names, ...problem.words];
  const called = shared.length === 0 ? '' : problem.name;
  const somebody = shared.filter((one) => !isNobody(one));
  const left = somebody.reduce((rest, { term }) => rest.replaceAll(term, ''), called).trim();
  return { ...problem, name: left || unnamed, names, words, example: '' };
}
