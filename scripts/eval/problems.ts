import { findProblems, type Problem, pairRule } from '../../server/src/modules/issues/index.ts';
import { readArguments } from './arguments.ts';
import { gazetteerFor, readMessages } from './problem-messages.ts';
import { type GoldProblem, readGold } from './read-gold.ts';

/** Whether what many tell of one thing is found together, and nothing else with it. */
export async function evaluate(args: readonly string[]) {
  const given = readArguments(args, { values: ['input', 'gold'], marks: [] });
  const messages = readMessages(given.path('input'));
  const gold = readGold(given.path('gold'), new Set(messages.map(({ id }) => id)));
  say(`${messages.length} messages, ${gold.length} given problems`);
  const problems = findProblems(messages, {
    gazetteer: gazetteerFor(messages),
    pairRule,
    progress: (done) => say(`  ${Math.round(done * 100)} %`),
  });
  for (const line of largest(problems)) process.stdout.write(`${line}\n`);
  const grouped = problems.reduce((sum, { ids }) => sum + ids.length, 0);
  return {
    ...measure(problems, gold),
    groups: problems.length,
    grouped: round(grouped / messages.length),
  };
}

const say = (line: string) => process.stderr.write(`${line}\n`);

/** The best group of each given problem, and the mean over the problems. */
function measure(problems: readonly Problem[], gold: readonly GoldProblem[]) {
  const groupOf = new Map(problems.flatMap((group) => group.ids.map((id) => [id, group] as const)));
  const best = gold.map(({ ids }) => {
    const hits = new Map<Problem, number>();
    for (const id of ids) {
      const group = groupOf.get(id);
      if (group) hits.set(group, (hits.get(group) ?? 0) + 1);
    }
    const scores = [...hits].map(([group, hit]) => scoreOf(hit, group.ids.length, ids.length));
    return scores.reduce((a, b) => (b.f > a.f ? b : a), { f: 0, precision: 0, recall: 0 });
  });
  const mean = (part: 'f' | 'precision' | 'recall') =>
    round(best.reduce((sum, one) => sum + one[part], 0) / Math.max(1, best.length));
  return { f: mean('f'), precision: mean('precision'), recall: mean('recall') };
}

const scoreOf = (hit: number, found: number, wanted: number) => ({
  f: (2 * hit) / (found + wanted),
  precision: hit / found,
  recall: hit / wanted,
});

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const day = (at: Date | null): string => at?.toISOString().slice(0, 10) ?? '?';
const percent = (share: number): string => `${Math.round(share * 100)} %`;

function largest(problems: readonly Problem[]): string[] {
  return problems.slice(0, 20).map((problem, at) => {
    const shared = [...problem.names, ...problem.words].map(
      ({ term, share }) => `${term} ${percent(share)}`,
    );
    const span = `${day(problem.firstAt)} – ${day(problem.lastAt)}`;
    const counts = `${problem.people} people, ${problem.ids.length} messages`;
    return `${at + 1}. ${problem.name} (${counts}, ${span}): ${shared.join(', ')}; “${problem.example}”`;
  });
}
