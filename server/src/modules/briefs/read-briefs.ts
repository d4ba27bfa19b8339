import type { briefs as contract } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { cutPage, pageRows, placeOf } from '../../platform/keyset.ts';
import { accountNames } from '../identity/index.ts';
import { tasksOf } from '../tasks/index.ts';
import { type Brief, findBrief, latestBriefs } from './briefs.repo.ts';
import { mayChange, mayNote, maySign, mayWithdraw, mayWrite } from './policy.ts';
import { scanBrief } from './sign-brief.ts';
import { briefText } from './text.ts';

type Reply = ReplyOf<typeof contract.readBrief>;
type Row = ReplyOf<typeof contract.listBriefs>['rows'][number];

/** 专报列表. */
export async function listBriefs(
  ctx: Context,
  { cursor }: InputOf<typeof contract.listBriefs>,
): Promise<ReplyOf<typeof contract.listBriefs>> {
  const before = placeOf(cursor)?.id ?? null;
  const read = await latestBriefs(ctx, { before, most: pageRows + 1 });
  const { shown, next } = cutPage(read.map((brief) => ({ ...brief, by: 'id' })));
  const names = await accountNames(
    ctx,
    shown.map(({ written_by }) => written_by),
  );
  return {
    rows: shown.map((brief) => rowOf(brief, names)),
    next,
    shownCap: pageRows,
    can: { write: mayWrite(ctx.actor).allowed },
  };
}

const rowOf = (brief: Brief, names: ReadonlyMap<string, string>): Row => ({
  id: brief.id,
  template: brief.template,
  title: brief.title,
  state: brief.state,
  briefNo: briefNoOf(brief),
  cutoffAt: brief.cutoff_at.toISOString(),
  writtenBy: names.get(brief.written_by ?? '') ?? '',
});

export const briefNoOf = ({ series, year, number }: Brief): string | null =>
  year === null || number === null ? null : briefText.number(series, year, number);

/** 一份专报. */
export async function readBrief(
  ctx: Context,
  { briefId }: InputOf<typeof contract.readBrief>,
): Promise<Reply> {
  const brief = await findBrief(ctx, briefId);
  const { written_by, signed_by } = brief;
  const [names, scan, notes] = await Promise.all([
    accountNames(ctx, [written_by, signed_by]),
    brief.state === 'drafting' ? scanBrief(ctx, brief) : [],
    tasksOf(ctx, { kind: 'brief', id: briefId }),
  ]);
  const { actor } = ctx;
  return {
    ...rowOf(brief, names),
    about: brief.about,
    from: brief.from_on,
    to: brief.to_on,
    wordsNo: brief.words_no,
    sections: sectionsOf(brief),
    cityVersion: brief.city_version,
    definitions: brief.definitions,
    digest: brief.digest,
    scan: [...scan],
    signedBy: signed_by && (names.get(signed_by) ?? ''),
    signedAt: brief.signed_at?.toISOString() ?? null,
    withdrawnReason: brief.withdrawn_reason,
    check: brief.check_asked_at && {
      askedAt: brief.check_asked_at.toISOString(),
      isSame: brief.check_is_same,
    },
    notes: notes.map(({ id, taskNo, title, unit, state, dueAt, isLate }) => ({
      ...{ taskId: id, taskNo, title, unit, state, dueAt, isLate },
    })),
    can: {
      write: mayChange(actor, brief).allowed,
      sign: maySign(actor, brief).allowed,
      withdraw: mayWithdraw(actor, brief).allowed,
      note: mayNote(actor, brief).allowed,
    },
  };
}

/** Each section with what was counted for it, or what a person wrote. */
export const sectionsOf = ({ sections, counted, words }: Brief): Reply['sections'] =>
  sections.map(({ heading, holds }, no) => ({
    heading,
    holds,
    lines: [...((holds === 'words' ? words[no] : counted?.[no]) ?? [])],
  }));
