import type { regulations as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { accountNames } from '../identity/index.ts';
import * as matters from '../matters/index.ts';
import { articlesIn, articlesOf, regulationOf } from './articles.ts';
import { type CitingRow, changesOf, citingRows, openByRegulation } from './changes.repo.ts';
import { citingOf } from './citing.repo.ts';
import { mayWork } from './policy.ts';

type Reply = ReplyOf<typeof contract.readRegulation>;

const shownCiting = 300;

const briefOf = (one: matters.Regulation) => ({
  code: one.code,
  title: one.title,
  docNo: one.docNo ?? '',
  issuer: one.issuer,
  kind: one.kind,
  inForceFrom: one.inForceFrom,
  isSure: one.mark === 'official' || one.mark === 'seed',
});

/** 法规库. */
export async function listRegulations(
  ctx: Context,
): Promise<ReplyOf<typeof contract.listRegulations>> {
  const all = await matters.regulations(ctx);
  const open = await openByRegulation(ctx);
  const citing = await citingOf(
    ctx,
    all.flatMap(({ names }) => names),
  );
  return {
    rows: all.map((one) => ({
      ...briefOf(one),
      cited: citing.filter(({ cites }) => one.names.some((name) => cites.includes(name))).length,
      openReviews: open.get(one.code) ?? 0,
    })),
    can: { work: mayWork(ctx.actor).allowed },
  };
}

/** 一份文件. */
export async function readRegulation(
  ctx: Context,
  { code }: InputOf<typeof contract.readRegulation>,
): Promise<Reply> {
  const one = await regulationOf(ctx, code);
  const articles = await articlesOf(ctx, code);
  const citing = (await citingOf(ctx, one.names)).map((row) => ({
    ...row,
    articles: articlesIn(row, articles),
  }));
  return {
    ...briefOf(one),
    articles: articles.map((each) => ({
      ...each,
      cited: citing.filter((row) => row.articles.includes(each.article)).length,
    })),
    citing: citing.slice(0, shownCiting),
    shownCap: shownCiting,
    changes: await changeViews(ctx, code),
    can: { work: mayWork(ctx.actor).allowed },
  };
}

async function changeViews(ctx: Context, code: string): Promise<Reply['changes']> {
  const changes = (await changesOf(ctx, code)).toReversed();
  const rows = await citingRows(
    ctx,
    changes.map(({ id }) => id),
  );
  const names = await accountNames(
    ctx,
    [...changes, ...rows].map(({ by_id }) => by_id),
  );
  const byChange = Map.groupBy(rows, ({ change_id }) => change_id);
  return changes.map((one) => ({
    id: one.id,
    article: one.article,
    words: one.words,
    gist: one.gist,
    inForceOn: one.in_force_on,
    source: one.source,
    by: names.get(one.by_id ?? '') ?? '',
    at: one.at.toISOString(),
    dueAt: one.due_at.toISOString(),
    rows: (byChange.get(one.id) ?? []).map((row) => rowView(row, names)),
  }));
}

const rowView = (
  { no, kind, key, label, cites, outcome, words, by_id }: CitingRow,
  names: ReadonlyMap<string, string>,
): Reply['changes'][number]['rows'][number] => ({
  ...{ no, kind, key, label, cites, outcome, words },
  by: outcome === null ? null : (names.get(by_id ?? '') ?? ''),
});
