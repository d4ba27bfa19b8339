import {
  type ReplyOf,
  type WarningState,
  warningStateLabel,
  warningStates,
  type warnings,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ForecastPanel } from '../../ui/forecast-panel.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { warningsText } from './text.ts';
import { WarningDetail } from './warning-detail.tsx';
import { WarningLine } from './warning-line.tsx';
import './warnings.css';
import { warningsQuery } from './warnings.queries.ts';

const route = getRouteApi('/warnings');

type Found = ReplyOf<typeof warnings.listWarnings>;

interface ListProps {
  found: Found;
  open: string | undefined;
  onOpen: (id: string) => void;
}

function WarningList({ found, open, onOpen }: ListProps) {
  const { rows, shownCap, since } = found;
  if (rows.length === 0) {
    return (
      <EmptyState words={warningsText.empty}>
        {since !== null && <p className="soft">{warningsText.tooYoung(since)}</p>}
      </EmptyState>
    );
  }
  return (
    <>
      <ul className="rows" aria-label={warningsText.listLabel}>
        {rows.map((row) => (
          <li key={row.id}>
            <WarningLine row={row} isOpen={row.id === open} onOpen={() => onOpen(row.id)} />
          </li>
        ))}
      </ul>
      {rows.length === shownCap && <p className="soft">{warningsText.cap(shownCap)}</p>}
    </>
  );
}

/** 预警: what stands out of what is usual; a person looks and decides. */
export function WarningsPage() {
  const { warning, state } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useQuery(warningsQuery(state));
  const show = (next: { warning?: string | undefined; state?: WarningState | undefined }) =>
    navigate({ search: next });
  return (
    <>
      <div className="page-title">
        <h1>{warningsText.title}</h1>
        {list.data !== undefined && (
          <span className="soft">{warningsText.waiting(list.data.waiting)}</span>
        )}
      </div>
      <Segmented<WarningState | 'all'>
        className="gap-below"
        aria-label={warningsText.filter}
        value={state ?? 'all'}
        options={[
          { value: 'all', label: warningsText.all },
          ...warningStates.map((value) => ({ value, label: warningStateLabel[value] })),
        ]}
        onChange={(next) => show({ state: next === 'all' ? undefined : next })}
      />
      <SplitPage
        onBack={() => show({ state })}
        list={
          <Ask of={list}>
            {(found) => (
              <WarningList
                found={found}
                open={warning}
                onOpen={(id) => show({ state, warning: id })}
              />
            )}
          </Ask>
        }
        meanwhile={<ForecastPanel />}
        detail={warning === undefined ? null : <WarningDetail key={warning} warningId={warning} />}
      />
    </>
  );
}
