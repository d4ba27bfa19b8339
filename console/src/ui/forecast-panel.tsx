import { warnings } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../shell/call.ts';
import { Ask } from './ask.tsx';
import { BandChart } from './band-chart.tsx';
import { shortInstant } from './format.ts';
import { Panel } from './panel.tsx';
import { forecastText } from './text.ts';

const forecastQuery = queryOptions({
  queryKey: ['warnings', 'forecast'],
  meta: { topics: ['warnings'] },
  queryFn: ({ signal }) => call(warnings.readForecast, {}, { signal }),
});

const namedDays = 3;

/** 来量预测: four weeks behind with what came, two weeks ahead with their band. */
export function ForecastPanel() {
  const forecast = useQuery(forecastQuery);
  return (
    <Panel title={forecastText.title}>
      <Ask of={forecast}>
        {({ days, held, told, madeAt }) => {
          const ahead = days.flatMap(({ on, seen, low, high, name }) =>
            seen === null && low !== null && high !== null ? [{ on, low, high, name }] : [],
          );
          if (ahead.length === 0) return <p className="soft">{forecastText.none}</p>;
          return (
            <>
              <BandChart days={days} label={forecastText.chart} />
              <ul className="plain-list">
                {ahead.slice(0, namedDays).map(({ on, low, high, name }) => (
                  <li key={on}>{forecastText.next(on, low, high, name)}</li>
                ))}
              </ul>
              <p className="soft gap-above">
                {forecastText.held(held, told)}
                {madeAt !== null && ` · ${forecastText.madeAt(shortInstant(madeAt))}`}
              </p>
              <p className="soft formula">{forecastText.formula}</p>
            </>
          );
        }}
      </Ask>
    </Panel>
  );
}
