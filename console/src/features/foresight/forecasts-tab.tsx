import { forecastStateLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { ListLine } from '../../ui/list-line.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { AskForecast } from './ask-forecast.tsx';
import { ForecastView } from './forecast-view.tsx';
import { forecastsQuery } from './foresight.queries.ts';
import { foresightText, forecastText as words } from './text.ts';

interface ForecastsTabProps {
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
}

/** 预测与效果: the list, one of them opened beside it. */
export function ForecastsTab({ open, onOpen }: ForecastsTabProps) {
  const list = useInfiniteQuery(forecastsQuery);
  const mayWork = list.data?.pages[0]?.can.work ?? false;
  return (
    <>
      {mayWork && (
        <div className="inline gap-below no-print">
          <AskForecast onAsked={onOpen} />
        </div>
      )}
      <SplitPage
        onBack={() => onOpen(undefined)}
        list={
          <KeysetList
            query={list}
            label={words.list}
            keyOf={({ id }) => id}
            empty={words.empty}
            unit={words.unit}
            render={(row) => (
              <ListLine
                isOpen={row.id === open}
                onOpen={() => onOpen(row.id)}
                words={{
                  title: row.name,
                  tags: <span className="chip chip-plain">{forecastStateLabel[row.state]}</span>,
                  meta: [
                    row.countyName,
                    foresightText.span(row.fromOn, row.untilOn),
                    ...(row.band === null ? [] : [words.band(row.band.low, row.band.high)]),
                  ],
                }}
              />
            )}
          />
        }
        detail={open === undefined ? null : <ForecastView key={open} forecastId={open} />}
      />
    </>
  );
}
