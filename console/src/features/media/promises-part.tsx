import { promiseBoxes, promiseBoxLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { daysQuery, promisesQuery } from './media.queries.ts';
import { PromiseItem } from './promise-item.tsx';
import { promisesText as words } from './results-text.ts';
import { partText } from './text.ts';

const route = getRouteApi('/media');

/** 接听日承诺 of all days, by whether they have a closing record. */
export function PromisesPart() {
  const { promises: box = 'open' } = route.useSearch();
  const navigate = route.useNavigate();
  const may = useMay();
  const counts = useInfiniteQuery(daysQuery).data?.pages[0]?.counts;
  const list = useInfiniteQuery(promisesQuery(box));
  return (
    <>
      <div className="page-title">
        <h1>{partText.promises}</h1>
      </div>
      <DeskTabs
        label={words.boxes}
        open={box}
        onOpen={(next) => navigate({ search: { part: 'promises', promises: next } })}
        tabs={promiseBoxes.map((name) => ({
          name,
          label: promiseBoxLabel[name],
          count: counts?.[name] ?? null,
        }))}
      />
      <KeysetList
        key={box}
        query={list}
        label={words.listLabel}
        keyOf={({ dayId, no }) => `${dayId}${no}`}
        empty={words.empty}
        unit={words.unit}
        render={(row) => <PromiseItem row={row} mayClose={may('media.days')} />}
      />
    </>
  );
}
