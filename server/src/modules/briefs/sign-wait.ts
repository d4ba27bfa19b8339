import type { Context } from '../../platform/context.ts';
import * as waits from '../waits/index.ts';
import { type Brief, lockBrief } from './briefs.repo.ts';

const keyOf = (id: string) => ({ kind: 'brief-signature', id, no: 0 }) as const;

/** From the moment it is counted: until then nobody can do anything. */
export const beginSignWait = (ctx: Context, briefId: string): Promise<Date> =>
  waits.waitForCentre(ctx, keyOf(briefId), 'brief-signature');

export const endSignWait = (ctx: Context, briefId: string): Promise<void> =>
  waits.waitNoMore(ctx, keyOf(briefId));

/** 没有写的章节, by their place: only a person fills them. */
export const unwritten = ({ sections, words }: Pick<Brief, 'sections' | 'words'>): number[] =>
  sections.flatMap(({ holds }, no) =>
    holds === 'words' && (words[no] ?? []).length === 0 ? [no] : [],
  );

/** 专报无人签发: whoever drafts it while sections are empty, otherwise the director; then the director. */
waits.waitRules({
  kind: 'brief-signature',
  subject: 'brief',
  topic: 'briefs',
  standing: async (ctx, { id }) =>
    (await lockBrief(ctx, id)).state === 'drafting' ? 'waiting' : 'over',
  pauses: null,
  moved: null,
  atEnd: {
    tells: async (ctx, { id }) => {
      const brief = await lockBrief(ctx, id);
      const isWritten = unwritten(brief).length === 0;
      const drafts = { unitCode: null, role: null, accountId: brief.written_by };
      return [
        isWritten || brief.written_by === null ? waits.centre('director') : drafts,
        waits.centre('director'),
      ];
    },
  },
});
