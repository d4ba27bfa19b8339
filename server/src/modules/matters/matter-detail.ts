import type { city } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { fieldsFor } from './fields-for.ts';
import { matter } from './matters.repo.ts';
import { replyForm } from './reply-form-for.ts';
import { questions } from './rules.ts';
import { briefOf } from './search-matters.ts';

/** 事项详情: what the intake form asks, and what an answer will have to show. */
export async function matterDetail(
  ctx: Context,
  { code }: InputOf<typeof city.matterDetail>,
): Promise<ReplyOf<typeof city.matterDetail>> {
  const [row, asks, fields, form] = await Promise.all([
    matter(ctx, code),
    questionsFor(ctx, code),
    fieldsFor(ctx, code),
    replyForm(ctx, code),
  ]);
  return {
    ...briefOf(row),
    limitClass: row.limit_class,
    questions: asks,
    fields,
    evidence: form.evidence,
    asksMeasures: form.measures,
    asksAssetChanges: form.assetChanges,
    mustContact: form.mustContact,
  };
}

/** 受理提问: a leaf's own questions first, then those of its group and its domain. */
async function questionsFor(ctx: Context, code: string): Promise<string[]> {
  return (await questions(ctx))
    .filter(({ matter: prefix }) => code.startsWith(prefix))
    .toSorted((a, b) => b.matter.length - a.matter.length || a.order - b.order)
    .map(({ ask }) => ask);
}
