import { removalKindLabel } from '@minsheng/contract';
import type { Brief } from './briefs.queries.ts';
import { briefText as words } from './text.ts';

/** 自动扫描发现: what would lead to a person. */
export function ScanFound({ found }: { found: Brief['scan'] }) {
  if (found.length === 0) return null;
  const said = found.map(
    (one) => `${removalKindLabel[one.kind]} ${one.words}${one.mayBeNobody ? words.maybe : ''}`,
  );
  return <p role="alert">{`${words.scan}:${said.join(';')}`}</p>;
}
