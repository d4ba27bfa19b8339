import { type RemovalKind, removalKindLabel } from '@minsheng/contract';
import { scanText as words } from './text.ts';

interface ScanFoundProps {
  found: readonly { kind: RemovalKind; words: string; mayBeNobody: boolean }[];
  /** Said where nothing is found; left out, nothing is shown then. */
  saysClean?: boolean;
}

/** 自动扫描发现: what would lead to a person, before words leave the centre. */
export function ScanFound({ found, saysClean = false }: ScanFoundProps) {
  if (found.length === 0) return saysClean ? <p className="soft">{words.clean}</p> : null;
  const said = found.map(
    (one) => `${removalKindLabel[one.kind]} ${one.words}${one.mayBeNobody ? words.maybe : ''}`,
  );
  return (
    <p role="alert" className="scan-found">
      {words.found(said.join(';'))}
    </p>
  );
}
