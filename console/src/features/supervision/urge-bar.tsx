import { supervision } from '@minsheng/contract';
import { Alert, Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { staleAfterSupervision } from '../../ui/supervision/supervision.queries.ts';
import { supervisionPageText as text } from './text.ts';

interface UrgeBarProps {
  rows: readonly { order: { id: string; orderNo: string } }[];
  chosen: ReadonlySet<string>;
  onChosen: (chosen: ReadonlySet<string>) => void;
}

interface Results {
  urged: number;
  refused: readonly { orderId: string; why: string }[];
}

const most = supervision.mostUrgedAtOnce;

/** 批量催办: each order has its own result; whoever was not urged is named with the reason. */
export function UrgeBar({ rows, chosen, onChosen }: UrgeBarProps) {
  const [results, setResults] = useState<Results | null>(null);
  const act = useAct(supervision.urgeMany, {
    done: null,
    stale: staleAfterSupervision,
    onDone: ({ results: all }) => {
      const refused = all.flatMap(({ orderId, why }) => (why === null ? [] : [{ orderId, why }]));
      setResults({ urged: all.length - refused.length, refused });
      onChosen(new Set());
    },
  });
  const ids = rows.map(({ order }) => order.id).slice(0, most);
  const isAll = ids.length > 0 && ids.every((id) => chosen.has(id));
  const noOf = (id: string) => rows.find(({ order }) => order.id === id)?.order.orderNo ?? '';
  return (
    <div className="gap-below no-print">
      <div className="inline">
        <Checkbox checked={isAll} onChange={() => onChosen(new Set(isAll ? [] : ids))}>
          {text.chooseAll}
        </Checkbox>
        <Button
          type="primary"
          disabled={chosen.size === 0 || chosen.size > most}
          loading={act.isPending}
          onClick={() => act.mutate({ orderIds: [...chosen] })}
        >
          {text.urgeChosen(chosen.size)}
        </Button>
        <span className="soft">{text.most(most)}</span>
      </div>
      {results !== null && (
        <Alert
          type={results.refused.length === 0 ? 'success' : 'warning'}
          showIcon
          closable={{ onClose: () => setResults(null) }}
          title={text.urged(results.urged)}
          description={
            results.refused.length > 0 && (
              <ul>
                {results.refused.map(({ orderId, why }) => (
                  <li key={orderId}>{text.notUrged(noOf(orderId), why)}</li>
                ))}
              </ul>
            )
          }
        />
      )}
    </div>
  );
}
