import { callBack } from '@minsheng/contract';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { type ActedOn, type Chosen, ManyBar } from '../../ui/many-bar.tsx';
import { staleAfterCallBack } from './call-back.queries.ts';
import { callBackText } from './text.ts';

const words = callBackText.many;

interface CloseBarProps {
  orders: readonly { id: string; orderNo: string }[];
  chosen: Chosen;
}

/** 批量结案: of those whose requester said that it is solved. */
export function CloseBar({ orders, chosen }: CloseBarProps) {
  const [results, setResults] = useState<readonly ActedOn[] | null>(null);
  const act = useAct(callBack.closeMany, {
    done: null,
    stale: staleAfterCallBack,
    onDone: (reply) => {
      setResults(reply.results);
      chosen.set(new Set());
    },
  });
  return (
    <ManyBar
      orders={orders}
      chosen={chosen}
      chooseAll={words.chooseAll}
      most={callBack.mostClosedAtOnce}
      label={words.close}
      done={words.closed}
      isPending={act.isPending}
      onAct={(orderIds) => act.mutate({ orderIds })}
      results={results}
      onRead={() => setResults(null)}
    />
  );
}
