import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeskCounts } from '../../shell/counters.ts';
import { deskOrdersQuery } from '../../ui/desk.queries.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { ReviewDetail } from './review-detail.tsx';
import { reviewText } from './text.ts';

const route = getRouteApi('/review');

/** 审核台: answers that wait for a second pair of eyes. */
export function ReviewPage() {
  const { order } = route.useSearch();
  const navigate = route.useNavigate();
  const count = useDeskCounts();
  const list = useInfiniteQuery(deskOrdersQuery('reply-review'));
  return (
    <>
      <div className="page-title">
        <h1>{reviewText.title}</h1>
        <span className="soft">{count('reply-review')}</span>
      </div>
      <SplitPage
        onBack={() => navigate({ search: {} })}
        list={
          <KeysetList
            query={list}
            label={reviewText.listLabel}
            keyOf={(row) => row.id}
            empty={reviewText.empty}
            render={(row) => (
              <OrderLine
                row={row}
                isOpen={row.id === order}
                onOpen={() => navigate({ search: { order: row.id } })}
              />
            )}
          />
        }
        detail={
          order === undefined ? null : (
            <ReviewDetail key={order} orderId={order} onDecided={() => navigate({ search: {} })} />
          )
        }
      />
    </>
  );
}
