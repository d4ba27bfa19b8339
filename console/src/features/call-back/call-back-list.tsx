import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { deskOrdersQuery } from '../../ui/desk.queries.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { CallBackDetail } from './call-back-detail.tsx';
import { callBackText } from './text.ts';

const route = getRouteApi('/call-back');

export function CallBackList() {
  const { order } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(deskOrdersQuery('call-back'));
  const leave = () => navigate({ search: { tab: 'call-back' } });
  return (
    <SplitPage
      onBack={leave}
      list={
        <KeysetList
          query={list}
          label={callBackText.listLabel}
          keyOf={(row) => row.id}
          empty={callBackText.emptyCallBack}
          render={(row) => (
            <OrderLine
              row={row}
              isOpen={row.id === order}
              onOpen={() => navigate({ search: { tab: 'call-back', order: row.id } })}
            />
          )}
        />
      }
      detail={
        order === undefined ? null : (
          <CallBackDetail key={order} orderId={order} onDecided={leave} />
        )
      }
    />
  );
}
