import { solvedAnswerLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { KeysetList, rowsOf } from '../../ui/keyset-list.tsx';
import { Tick, useChosen } from '../../ui/many-bar.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { callBacksQuery } from './call-back.queries.ts';
import { CallBackDetail } from './call-back-detail.tsx';
import { CloseBar } from './close-bar.tsx';
import { callBackText } from './text.ts';

const route = getRouteApi('/call-back');

interface ListProps {
  open: string | undefined;
  choose: (orderId: string) => void;
}

/** What waits for a call, or for its closing; whoever said that it is solved may be closed together with others. */
function List({ open, choose }: ListProps) {
  const list = useInfiniteQuery(callBacksQuery);
  const chosen = useChosen();
  const mayClose = useMay()('call-back.close');
  const solved = rowsOf(list.data).filter(({ lastAnswer }) => lastAnswer === 'solved');
  return (
    <>
      {mayClose && <CloseBar orders={solved} chosen={chosen} />}
      <KeysetList
        query={list}
        label={callBackText.listLabel}
        keyOf={(row) => row.id}
        empty={callBackText.emptyCallBack}
        render={(row) => (
          <OrderLine
            row={row}
            isOpen={row.id === open}
            onOpen={() => choose(row.id)}
            hint={
              row.lastAnswer === null ? null : callBackText.asked(solvedAnswerLabel[row.lastAnswer])
            }
            before={mayClose && row.lastAnswer === 'solved' && <Tick order={row} chosen={chosen} />}
          />
        )}
      />
    </>
  );
}

export function CallBackList() {
  const { order } = route.useSearch();
  const navigate = route.useNavigate();
  const leave = () => navigate({ search: { tab: 'call-back' } });
  return (
    <SplitPage
      onBack={leave}
      list={
        <List open={order} choose={(id) => navigate({ search: { tab: 'call-back', order: id } })} />
      }
      detail={
        order === undefined ? null : (
          <CallBackDetail key={order} orderId={order} onDecided={leave} />
        )
      }
    />
  );
}
