import { codeKindLabel, codeMaps } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { type Unmapped, unmappedQuery } from './exchange.queries.ts';
import { MapButton } from './map-button.tsx';
import { exchangeText as words } from './text.ts';

/** 待对照的代码: each is mapped, or put aside with a reason; what was put aside can be looked at and mapped after all. */
export function UnmappedCodes({ maySettle }: { maySettle: boolean }) {
  const [aside, setAside] = useState<'yes' | 'no'>('no');
  const list = useInfiniteQuery(unmappedQuery(aside));
  return (
    <>
      <Segmented
        className="gap-below"
        aria-label={words.unmappedTitle}
        value={aside}
        onChange={(value) => setAside(value)}
        options={[
          { value: 'no' as const, label: words.unmappedOpen },
          { value: 'yes' as const, label: words.unmappedAside },
        ]}
      />
      <KeysetList
        query={list}
        label={words.unmappedTitle}
        keyOf={({ id }) => id}
        empty={aside === 'no' ? words.noUnmapped : words.noneAside}
        unit={words.codeUnit}
        render={(one) => <UnmappedLine one={one} maySettle={maySettle} />}
      />
    </>
  );
}

function UnmappedLine({ one, maySettle }: { one: Unmapped; maySettle: boolean }) {
  const { netName, kind, theirs, at, asideAt, asideBy, asideWhy } = one;
  return (
    <div className="code-line">
      <div>
        <div>
          {netName} · {codeKindLabel[kind]} <span className="mono">{theirs}</span>
        </div>
        <div className="soft">
          {words.seenSince(shortInstant(at))}
          {asideAt !== null &&
            ` · ${words.asideFor(asideBy ?? '', shortInstant(asideAt), asideWhy ?? '')}`}
        </div>
      </div>
      {maySettle && (
        <div className="code-acts">
          <MapUnmapped one={one} />
          {asideAt === null && <PutAside codeId={one.id} />}
        </div>
      )}
    </div>
  );
}

function MapUnmapped({ one: { net, kind, theirs } }: { one: Unmapped }) {
  const act = useAct(codeMaps.mapCode, { done: words.mapped, stale: ['exchange'], quiet: true });
  return (
    <MapButton
      kind={kind}
      label={words.meansHere(codeKindLabel[kind], theirs)}
      act={act}
      input={(ours) => ({ net, kind, theirs, ours })}
    />
  );
}

function PutAside({ codeId }: { codeId: string }) {
  const act = useAct(codeMaps.putAside, { done: words.putAway, stale: ['exchange'], quiet: true });
  return (
    <ReasonButton
      label={words.putAside}
      help={words.putAsideHelp}
      needed
      act={act}
      input={(reason) => ({ codeId, reason })}
    />
  );
}
