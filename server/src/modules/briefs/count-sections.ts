import { createHash } from 'node:crypto';
import { figureWords } from '@minsheng/contract';
import { entryStateLabel } from '@minsheng/contract/words/campaigns.ts';
import type { FigureKey } from '@minsheng/contract/words/indicators.ts';
import { minimumSample } from '@minsheng/contract/words/indicators.ts';
import type { Context } from '../../platform/context.ts';
import { entriesAt, funnelAt } from '../campaigns/index.ts';
import { daysAsOf, type ReportRow } from '../indicators/index.ts';
import * as matters from '../matters/index.ts';
import type { Brief, Lines } from './briefs.repo.ts';
import { measuresAt, watchedAt } from './counted.repo.ts';
import { briefText as words } from './text.ts';

const shownMatters = 10;
/** 清单列出的问题; what is beyond is said by its number. */
const shownProblems = 300;
/** A list is never that long; were it, its brief says at least how many are left out. */
const mostProblems = 5000;
/** 日报、周报里的主要指标: in time, answered, solved, satisfied, told of again. */
const shownFigures: readonly FigureKey[] = [
  'K20',
  'K22',
  'K30',
  'K32',
  'K41b',
  'K42-strict',
  'K43',
];

export interface Counted {
  readonly lines: Lines;
  readonly names: Readonly<Record<string, string>>;
  readonly digest: string;
}

/** 按截止时刻统计: every section that is not a person's. The same bytes whenever it is asked, by the names of then. */
export async function countSections(ctx: Context, brief: Brief): Promise<Counted> {
  const { lines: all, names } = await linesOf(ctx, brief);
  const lines: Record<string, readonly string[]> = {};
  for (const [no, { holds }] of brief.sections.entries()) {
    const own = all[holds];
    if (own) lines[no] = own;
  }
  const digest = createHash('sha256').update(JSON.stringify(lines)).digest('hex');
  return { lines, names, digest };
}

interface Found {
  readonly lines: Readonly<Record<string, readonly string[]>>;
  readonly names: Readonly<Record<string, string>>;
}

async function linesOf(ctx: Context, brief: Brief): Promise<Found> {
  const { about } = brief;
  switch (about) {
    case 'days':
      return daysLines(ctx, brief);
    case 'campaign':
      return campaignLines(ctx, brief);
    case 'node':
      return nodeLines(ctx, brief);
    default:
      return about satisfies never;
  }
}

async function daysLines(ctx: Context, brief: Brief): Promise<Found> {
  const { from_on, to_on, cutoff_at, rules } = brief;
  if (from_on === null || to_on === null) throw new Error('A brief about days has none.');
  const asked = { from: from_on, to: to_on };
  const { figures, matters: told } = await daysAsOf(ctx, asked, { cutoff: cutoff_at, rules });
  const most = told.slice(0, shownMatters);
  const called = await matters.matterNames(
    ctx,
    most.map(({ matter }) => matter),
  );
  const names = { ...Object.fromEntries(called), ...brief.names };
  const orders = told.reduce((sum, one) => sum + one.orders, 0);
  return {
    names,
    lines: {
      figures: orders === 0 ? [words.none] : [words.accepted(orders), ...figureLines(figures)],
      matters:
        orders === 0
          ? [words.none]
          : most.map(({ matter, orders: many }, no) =>
              words.matter(no + 1, names[matter] ?? matter, many),
            ),
    },
  };
}

const figureLines = (rows: readonly ReportRow[]): string[] =>
  shownFigures.flatMap((key) => {
    const row = rows.find((one) => one.key === key);
    if (!row || row.adjusted.denominator === 0) return [];
    const { numerator, denominator } = row.adjusted;
    const { name } = figureWords(key);
    if (denominator < minimumSample) return [words.tooFew(name, numerator, denominator)];
    const percent = `${((numerator / denominator) * 100).toFixed(2)}%`;
    return [words.figure(name, percent, numerator, denominator)];
  });

const parts = ['all', 'inspected', 'rectified', 'toMedia', 'open'] as const;

async function campaignLines(ctx: Context, brief: Brief): Promise<Found> {
  const { about_id: id, cutoff_at: at } = brief;
  if (id === null) throw new Error('A brief about a campaign has none.');
  const funnel = await funnelAt(ctx, { campaignId: id, at });
  const all = (await entriesAt(ctx, { at, campaignId: id, most: mostProblems })).filter(
    ({ state }) => !['proposed', 'aside', 'merged'].includes(state),
  );
  const entries = all.slice(0, shownProblems);
  const names = {
    ...Object.fromEntries(entries.map((entry) => [entry.id, entry.name])),
    ...brief.names,
  };
  const measures = await measuresAt(ctx, { id, at });
  return {
    names,
    lines: {
      funnel: parts.map((part) =>
        words.step(words.funnel[part], funnel[part].problems, funnel[part].appeals),
      ),
      problems: orNothing([
        ...entries.map((entry) =>
          words.problem(
            entry.no,
            names[entry.id] ?? entry.name,
            entryStateLabel[entry.state],
            entry.appeals,
          ),
        ),
        ...leftOut(all.slice(shownProblems)),
      ]),
      measures: orNothing(measures.map((title, no) => words.measure(no + 1, title))),
    },
  };
}

const leftOut = (entries: readonly { appeals: number }[]): string[] =>
  entries.length === 0
    ? []
    : [
        words.leftOut(
          entries.length,
          entries.reduce((sum, { appeals }) => sum + appeals, 0),
        ),
      ];

async function nodeLines(ctx: Context, brief: Brief): Promise<Found> {
  const { about_id: id, cutoff_at: at } = brief;
  if (id === null) throw new Error('A brief about a key date has none.');
  const watched = await watchedAt(ctx, { id, at });
  const zeros = watched.map(({ name, breaks, isOver }) => words.watched(name, breaks, isOver));
  return { names: brief.names, lines: { zeros: orNothing(zeros) } };
}

const orNothing = (lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [words.nothing] : lines;
