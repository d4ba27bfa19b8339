import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '@minsheng/contract/words/roles.ts';
import { projectRoot } from '../fences.ts';
import { type Kind, kinds } from './objects.ts';

/** 权限表 docs/permissions.tsv: written by hand; read only here. */
export interface AnswerTable {
  readonly routes: ReadonlySet<string>;
  /** Routes that answer nobody by the object: every line of theirs has one cell. */
  readonly withoutObject: ReadonlySet<string>;
  answer(route: string, person: string, kind: Kind): string;
}

export const people = [...roles, 'agent-outsourced', 'call-back-agent-outsourced'] as const;

const path = 'docs/permissions.tsv';

export function readTable(): AnswerTable {
  return tableOf(readFileSync(join(projectRoot, path), 'utf8'));
}

interface Line {
  readonly no: number;
  readonly route: string;
  readonly who: readonly string[] | 'others';
  readonly answers: readonly string[];
}

/** Refuses a table that leaves a question open or answers one twice. */
export function tableOf(text: string): AnswerTable {
  const groups = new Map<string, readonly string[]>();
  const lines = text.split('\n').flatMap((raw, at) => {
    const cells = raw.split('\t');
    if (raw.startsWith('#') || raw.trim() === '' || cells[0] === 'route') return [];
    if (raw.startsWith('@')) {
      groups.set(cells[0] ?? '', namesIn(cells[1] ?? '', groups, at + 1));
      return [];
    }
    return [lineOf(cells, groups, at + 1)];
  });
  const answers = new Map<string, readonly string[]>();
  const routes = new Set(lines.map(({ route }) => route));
  for (const route of routes) answerAll(route, lines, answers);
  const asksForObject = new Set(
    lines.filter((line) => line.answers.length > 1).map((line) => line.route),
  );
  return {
    routes,
    withoutObject: new Set([...routes].filter((route) => !asksForObject.has(route))),
    answer: (route, person, kind) => {
      const given = answers.get(`${route} ${person}`);
      const answer = given?.length === 1 ? given[0] : given?.[kinds.indexOf(kind)];
      if (answer === undefined) throw new Error(`${path} says nothing of ${route} by ${person}.`);
      return answer;
    },
  };
}

function lineOf(
  cells: readonly string[],
  groups: ReadonlyMap<string, readonly string[]>,
  no: number,
): Line {
  const [route = '', who = '', ...rest] = cells;
  const answers = rest.slice(0, kinds.length).filter((cell) => cell !== '');
  if (answers.length !== 1 && answers.length !== kinds.length)
    throw new Error(`${path}:${no}: one answer for all, or one for each of ${kinds.join(', ')}.`);
  return { no, route, who: who === 'others' ? who : namesIn(who, groups, no), answers };
}

function namesIn(
  cell: string,
  groups: ReadonlyMap<string, readonly string[]>,
  no: number,
): readonly string[] {
  return cell.split(',').flatMap((name) => {
    const members = groups.get(name) ?? people.filter((person) => person === name);
    if (members.length === 0) throw new Error(`${path}:${no}: nobody is called ${name}.`);
    return members;
  });
}

function answerAll(
  route: string,
  lines: readonly Line[],
  answers: Map<string, readonly string[]>,
): void {
  const own = lines.filter((line) => line.route === route);
  const named = own.flatMap(({ who }) => (who === 'others' ? [] : who));
  for (const { who, no, answers: given } of own) {
    const persons = who === 'others' ? people.filter((person) => !named.includes(person)) : who;
    for (const person of persons) {
      const key = `${route} ${person}`;
      if (answers.has(key)) throw new Error(`${path}:${no}: ${key} is answered twice.`);
      answers.set(key, given);
    }
  }
  const open = people.filter((person) => !answers.has(`${route} ${person}`));
  if (open.length > 0) throw new Error(`${path}: ${route} says nothing of ${open.join(', ')}.`);
}
