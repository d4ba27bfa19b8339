import type { linkage } from '@minsheng/contract';
import type { InputOf, ReplyOf } from '@minsheng/contract/route.ts';
import type { Context } from '../../platform/context.ts';
import { linkageRows, rowsFitting } from '../matters/index.ts';

const most = 60;

/** 通话中检索互转清单. */
export async function listLinkageRows(
  ctx: Context,
  { list, q }: InputOf<typeof linkage.listLinkageRows>,
): Promise<ReplyOf<typeof linkage.listLinkageRows>> {
  const fitting = rowsFitting(await linkageRows(ctx, list), q);
  return {
    rows: fitting.slice(0, most).map(({ code, category, item, version, mark, ...signed }) => ({
      code,
      category,
      item,
      version,
      signedOn: laterOf(signed.signed12345, signed.signed110),
      isInvented: mark === 'invented',
    })),
    hasMore: fitting.length > most,
  };
}

/** In force means signed by both: the later signature counts. */
function laterOf(a: string | null, b: string | null): string {
  const [one, other] = [a ?? '', b ?? ''];
  return one > other ? one : other;
}
