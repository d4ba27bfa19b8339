import { issues } from '@minsheng/contract';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { shortInstant } from '../format.ts';
import { type LastMove, staleAfterSame } from './same-thing.queries.ts';
import { sameText } from './text.ts';

/** 上一步, and how to take it back. */
export function LastMoveLine({ move }: { move: LastMove }) {
  const act = useAct(issues.undoMove, { done: sameText.undone, stale: staleAfterSame });
  const { issueId, orderId, backTo, who, at } = move;
  return (
    <p className="inline soft">
      {sameText.lastMove(who, shortInstant(at))}
      <Button
        size="small"
        loading={act.isPending}
        onClick={() => act.mutate({ issueId, orderId, backTo })}
      >
        {sameText.undo}
      </Button>
    </p>
  );
}
