import { supervision } from '@minsheng/contract';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { type ActedOn, type Chosen, ManyBar } from '../many-bar.tsx';
import { staleAfterSupervision } from './supervision.queries.ts';
import { urgeManyText as text } from './text.ts';

interface UrgeBarProps {
  orders: readonly { id: string; orderNo: string }[];
  chosen: Chosen;
}

/** 批量催办. */
export function UrgeBar({ orders, chosen }: UrgeBarProps) {
  const [results, setResults] = useState<readonly ActedOn[] | null>(null);
  const act = useAct(supervision.urgeMany, {
    done: null,
    stale: staleAfterSupervision,
    onDone: (reply) => {
      setResults(reply.results);
      chosen.set(new Set());
    },
  });
  return (
    <ManyBar
      orders={orders}
      chosen={chosen}
      chooseAll={text.chooseAll}
      most={supervision.mostUrgedAtOnce}
      label={text.urgeChosen}
      done={text.urged}
      isPending={act.isPending}
      onAct={(orderIds) => act.mutate({ orderIds })}
      results={results}
      onRead={() => setResults(null)}
    />
  );
}
