import type { Gazetteer } from '../mentions/index.ts';
import { redact } from '../redaction/index.ts';
import type { Problem } from './find-problems.ts';

/** 不指名: what several say may still be somebody's name; a problem is called by places, things and what happened. */
export function namingNobody(problem: Problem, places: Gazetteer): Problem {
  const isNobody = ({ term }: { readonly term: string }): boolean =>
    redact(term, { places }).removals.length === 0;
  const [names, words] = [problem.names.filter(isNobody), problem.words.filter(isNobody)];
  const example = redact(problem.example, { places }).text;
  const somebody = [...problem.names, ...problem.words].filter((one) => !isNobody(one));
  const left = somebody.reduce((rest, { term }) => rest.replaceAll(term, ''), problem.name).trim();
  // Where they share no word, its example is its name.
  const name = left === '' || left === problem.example ? example : left;
  return { ...problem, name, names, words, example };
}
