import { foresight } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { BandChart } from '../../ui/band-chart.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Facts } from '../../ui/facts.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { EffectPanel } from './effect-panel.tsx';
import { type Forecast, forecastQuery, staleForesight } from './foresight.queries.ts';
import { OpenProactive } from './open-proactive.tsx';
import { ProactiveList } from './orders-tab.tsx';
import { TellingRow } from './tellings-tab.tsx';
import { foresightText, proactiveText, tellingText, forecastText as words } from './text.ts';
import { WriteTelling } from './write-telling.tsx';

/** 一份预测: what it says and rests on, what was done about it, and what came of it. */
export function ForecastView({ forecastId }: { forecastId: string }) {
  const forecast = useQuery(forecastQuery(forecastId));
  return (
    <Ask of={forecast}>
      {(one) => (
        <div className="stack">
          <About forecast={one} />
          {one.content && <Basis forecast={one} content={one.content} />}
          {one.state === 'confirmed' && <Done forecast={one} />}
          {one.state === 'confirmed' && <EffectPanel forecast={one} />}
        </div>
      )}
    </Ask>
  );
}

function About({ forecast: one }: { forecast: Forecast }) {
  const { facts } = words;
  const { band, content, decided } = one;
  const last = content?.lastYear ?? null;
  const items = [
    { label: facts.place, value: one.countyName },
    { label: facts.control, value: one.controlName },
    { label: facts.matters, value: one.matters.map(({ name }) => name).join('、') },
    { label: facts.span, value: foresightText.span(one.fromOn, one.untilOn) },
    {
      label: facts.band,
      value: band && words.bandOf(Math.round(band.expected), band.low, band.high),
    },
    { label: facts.controlBand, value: content && bandWords(content.control.total) },
    {
      label: facts.lastYear,
      value:
        last &&
        words.lastYearOf(last.seen, foresightText.span(last.fromOn, last.untilOn), last.feast),
    },
    { label: facts.tested, value: content && testedWords(content.tested) },
    { label: facts.history, value: content?.knownSince ?? null },
    { label: facts.model, value: one.model },
    { label: facts.asked, value: foresightText.by(one.askedBy, shortInstant(one.askedAt)) },
    {
      label: facts.decided,
      value:
        decided && `${foresightText.by(decided.by, shortInstant(decided.at))}:${decided.reason}`,
    },
  ];
  return (
    <Panel title={one.name} extra={<Decide forecast={one} />}>
      {one.state === 'making' && <p role="status">{words.making}</p>}
      {one.state === 'impossible' && <p role="status">{words.impossible}</p>}
      <Facts facts={items} />
    </Panel>
  );
}

type Content = NonNullable<Forecast['content']>;

const bandWords = ({ expected, low, high }: Content['control']['total']): string =>
  words.bandOf(Math.round(expected), low, high);

const testedWords = ({ days, daysInside, periods, periodsInside }: Content['tested']): string =>
  words.testedOf(daysInside, days, periodsInside, periods);

function Decide({ forecast: { id: forecastId, can } }: { forecast: Forecast }) {
  const common = { stale: staleForesight, quiet: true } as const;
  const confirm = useAct(foresight.confirmForecast, { done: words.confirmed, ...common });
  const dismiss = useAct(foresight.dismissForecast, { done: words.dismissed, ...common });
  const input = (reason: string) => ({ forecastId, reason });
  return (
    <div className="foresight-acts">
      {can.confirm && (
        <ReasonButton label={words.confirm} needed least={4} primary act={confirm} input={input} />
      )}
      {can.dismiss && (
        <ReasonButton label={words.dismiss} needed least={4} act={dismiss} input={input} />
      )}
    </div>
  );
}

function Basis({ forecast: one, content }: { forecast: Forecast; content: Content }) {
  const seen = new Map(one.comparisons[0]?.days.map(({ on, actual }) => [on, actual]));
  return (
    <Panel title={words.chart}>
      <BandChart
        label={words.chart}
        days={content.days.map(({ on, low, high, feast }) => ({
          ...{ on, low, high, name: feast },
          seen: seen.get(on) ?? null,
        }))}
      />
      <h3>{words.signals}</h3>
      {one.signals.length === 0 && <p className="soft">{words.noSignals}</p>}
      <ul className="plain-list">
        {one.signals.map(({ id, aboutName, source, fromAt, untilAt }) => (
          <li key={id}>
            {aboutName} · {source} · {shortInstant(fromAt)} 至 {shortInstant(untilAt)}
          </li>
        ))}
      </ul>
      {content.effects.length > 0 && (
        <DataTable
          caption={words.effects}
          heads={words.effectHeads}
          rows={content.effects.map(({ about, aboutName, days, seen: came, expected, factor }) => ({
            key: about,
            cells: [aboutName, days, came, expected, factor],
          }))}
        />
      )}
      <h3>{words.spots}</h3>
      {content.spots.length === 0 && <p className="soft">{words.noSpots}</p>}
      <ul className="plain-list">
        {content.spots.map(({ issueId, orderId, title, orders }) => (
          <li key={issueId}>
            <Link to="/orders/$orderId" params={{ orderId }}>
              {title}
            </Link>{' '}
            {words.spot(orders)}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Done({ forecast: one }: { forecast: Forecast }) {
  return (
    <>
      <Panel
        title={foresightText.tabs.orders}
        extra={one.can.act ? <OpenProactive forecastId={one.id} /> : undefined}
      >
        {one.proactive.length === 0 ? (
          <p className="soft">{proactiveText.none}</p>
        ) : (
          <ProactiveList rows={one.proactive} />
        )}
      </Panel>
      <Panel
        title={foresightText.tabs.notices}
        extra={one.can.act ? <WriteTelling forecastId={one.id} /> : undefined}
      >
        {one.tellings.length === 0 && <p className="soft">{tellingText.none}</p>}
        {one.tellings.map((row) => (
          <TellingRow key={row.id} row={row} />
        ))}
      </Panel>
    </>
  );
}
