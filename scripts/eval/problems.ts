import {
  findProblems,
  type Message,
  type Problem,
  pairRule,
} from '../../server/src/modules/issues/index.ts';
import type { Gazetteer } from '../../server/src/modules/mentions/index.ts';
import { readArguments, UsageError } from './arguments.ts';
import { gazetteerOfCities, knownCities } from './known-cities.ts';
import { readTime } from './read-day.ts';
import { type GoldProblem, idOf, readGold } from './read-gold.ts';
import { headOf, maybeHeadOf, readRows } from './read-rows.ts';

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

/** The areas of those of our cities that the rows name; of another city's rows we know none. */
function gazetteerFor(messages: readonly Message[]): Gazetteer {
  const named = new Set(messages.map(({ area }) => area));
  return gazetteerOfCities(knownCities().filter(({ name }) => named.has(name)));
}

const say = (line: string) => process.stderr.write(`${line}\n`);

const heads = {
  id: [
    'id',
    'ID',
    'Id',
    '留言编号',
    '工单编号',
    '编号',
    '消息编号',
    'message_id',
    'messageId',
    'no',
  ],
  person: [
    'person',
    '留言用户',
    '用户',
    '来电人',
    '诉求人',
    '留言人',
    'user',
    'user_id',
    'userId',
    '电话',
  ],
  title: ['title', '留言主题', '主题', '标题', '诉求标题', 'subject', 'topic'],
  detail: [
    'detail',
    '留言详情',
    '详情',
    '内容',
    '留言内容',
    '诉求内容',
    '工单内容',
    'content',
    'text',
    'body',
  ],
  at: [
    'at',
    '留言时间',
    '时间',
    '受理时间',
    '来电时间',
    '诉求时间',
    '创建时间',
    'time',
    'date',
    'datetime',
  ],
  matter: ['matter', '一级标签', '一级分类', '分类', '类别', 'label', 'category'],
  area: ['area', '区县', '所属区县', '区域', '城市', 'county', 'district', 'city'],
} as const;

function readMessages(path: string): Message[] {
  const rows = readRows(path);
  const head = {
    id: headOf(rows, heads.id),
    detail: maybeHeadOf(rows, heads.detail),
    title: maybeHeadOf(rows, heads.title),
    person: maybeHeadOf(rows, heads.person),
    at: maybeHeadOf(rows, heads.at),
    matter: maybeHeadOf(rows, heads.matter),
    area: maybeHeadOf(rows, heads.area),
  };
  if (head.title === null && head.detail === null)
    throw new UsageError(`no column of words; there are: ${Object.keys(rows[0] ?? {}).join(', ')}`);
  const seen = new Map<string, Message>();
  for (const row of rows) {
    const cell = (name: string | null) => (name === null ? '' : (row[name] ?? '').trim());
    const id = idOf(cell(head.id));
    if (id === '' || seen.has(id)) continue;
    seen.set(id, {
      id,
      person: cell(head.person) || id,
      title: cell(head.title),
      detail: cell(head.detail),
      at: instantOf(cell(head.at)),
      matter: cell(head.matter) || null,
      area: cell(head.area) || null,
    });
  }
  return [...seen.values()];
}

function instantOf(cell: string): Date | null {
  const read = readTime(cell);
  if (read === null) return null;
  const at = new Date(`${read.on}T12:00:00Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

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
