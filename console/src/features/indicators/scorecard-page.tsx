import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { send } from '../../shell/call.ts';
import { useMe } from '../../shell/session.ts';
import { keepFile } from '../../ui/download.ts';
import { fullInstant } from '../../ui/format.ts';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { CardsTab } from './cards-tab.tsx';
import { FigureDrawer } from './figure-drawer.tsx';
import { thisMonth } from './months.ts';
import { RankingTab } from './ranking-tab.tsx';
import { ReportsTab } from './reports-tab.tsx';
import './scorecard.css';
import { figuresQuery, type Scope } from './scorecard.queries.ts';
import { type ScorecardTab, scorecardTabs } from './search.ts';
import { scorecardText as t } from './text.ts';

const route = getRouteApi('/scorecard');

/** 考核: the five dimensions, the ranking within peer groups, frozen reports. */
export function ScorecardPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { month = thisMonth(), tab = 'cards', unit, figure, part = 'denominator' } = search;
  const scope: Scope = { month, unit };
  const set = (changes: Partial<typeof search>) => navigate({ search: { ...search, ...changes } });
  return (
    <>
      <div className="page-title">
        <h1>{t.title}</h1>
        <AsOf scope={scope} />
      </div>
      <ScopeBar
        isOnPaper={tab !== 'reports'}
        scope={scope}
        onMonth={(next) => set({ month: next })}
        onUnit={(next) => set({ unit: next })}
      />
      <Segmented<ScorecardTab>
        className="gap-below no-print"
        aria-label={t.chooseTab}
        value={tab}
        options={scorecardTabs.map((value) => ({ value, label: t.tabs[value] }))}
        onChange={(next) => set({ tab: next, figure: undefined })}
      />
      {tab === 'cards' && (
        <CardsTab
          scope={scope}
          opened={figure}
          onOpen={(key) => set({ figure: key, part: undefined })}
        />
      )}
      {tab === 'ranking' && (
        <RankingTab month={month} figure={search.by ?? 'K32'} onFigure={(by) => set({ by })} />
      )}
      {tab === 'reports' && (
        <ReportsTab scope={scope} opened={search.report} onOpen={(report) => set({ report })} />
      )}
      {figure !== undefined && (
        <FigureDrawer
          scope={scope}
          figure={figure}
          part={part}
          onPart={(next) => set({ part: next })}
          onClose={() => set({ figure: undefined, part: undefined })}
        />
      )}
    </>
  );
}

function AsOf({ scope }: { scope: Scope }) {
  const figures = useQuery(figuresQuery(scope));
  return figures.data === undefined ? null : (
    <span className="soft">{t.at(fullInstant(figures.data.now))}</span>
  );
}

interface ScopeBarProps {
  /** A frozen report says itself of which month it is. */
  isOnPaper: boolean;
  scope: Scope;
  onMonth: (month: string) => void;
  onUnit: (unit: string | undefined) => void;
}

/** Which month, whose; and the page on paper or as a workbook. */
function ScopeBar({ isOnPaper, scope: { month, unit }, onMonth, onUnit }: ScopeBarProps) {
  const me = useMe();
  const takeSheet = async () => {
    const query = new URLSearchParams({ month, ...(unit ? { unit } : {}) });
    await keepFile(await send(`/api/scorecard/sheet?${query}`, {}), `${t.fileName}.xlsx`);
  };
  return (
    <div className={isOnPaper ? 'scorecard-bar' : 'scorecard-bar no-print'}>
      <DatePicker
        picker="month"
        aria-label={t.month}
        allowClear={false}
        value={dayjs(`${month}-01`)}
        onChange={(next) => next && onMonth(next.format('YYYY-MM'))}
      />
      {me.account.scope === 'all' && (
        <span className={unit ? 'unit-choice' : 'unit-choice no-print'}>
          <UnitPicker
            label={t.unit}
            value={unit ?? null}
            onChange={(code) => onUnit(code ?? undefined)}
          />
        </span>
      )}
      {unit === undefined && (
        <span className="print-only">
          {me.account.scope === 'all' ? t.everyUnit : me.account.unit?.name}
        </span>
      )}
      <span className="no-print inline">
        <Button onClick={() => window.print()}>{t.print}</Button>
        <Button onClick={takeSheet}>{t.sheet}</Button>
      </span>
    </div>
  );
}
