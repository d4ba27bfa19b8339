import { type AskedLevel, askedLevels } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Select } from 'antd';
import { useMay } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { orderQuery } from '../../ui/case.queries.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { OrderFacts, OrderHead } from '../../ui/order-facts.tsx';
import { HeadedPanel } from '../../ui/panel.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { levelsQuery } from '../../ui/supervision/supervision.queries.ts';
import { SupervisionPanel } from '../../ui/supervision/supervision-panel.tsx';
import { type SupervisionTab, supervisionTabs } from './search.ts';
import { SupervisionList } from './supervision-list.tsx';
import { supervisionPageText as text } from './text.ts';

const route = getRouteApi('/supervision');

function Detail({ orderId }: { orderId: string }) {
  const order = useQuery(orderQuery(orderId));
  return (
    <Ask of={order}>
      {(found) => (
        <>
          <SupervisionPanel orderId={orderId} />
          <HeadedPanel label={found.title} head={<OrderHead order={found} />}>
            <OrderFacts order={found} />
          </HeadedPanel>
        </>
      )}
    </Ask>
  );
}

interface LevelPickerProps {
  level: AskedLevel | undefined;
  onLevel: (level: AskedLevel | undefined) => void;
}

function LevelPicker({ level, onLevel }: LevelPickerProps) {
  const { data } = useQuery(levelsQuery);
  const nameOf = (code: AskedLevel) => data?.rows.find((one) => one.code === code)?.name ?? '';
  return (
    <Select<AskedLevel | 'all'>
      aria-label={text.level}
      value={level ?? 'all'}
      onChange={(next) => onLevel(next === 'all' ? undefined : next)}
      options={[
        { value: 'all' as const, label: text.everyLevel },
        ...askedLevels.map((code) => ({ value: code, label: `${code} ${nameOf(code)}` })),
      ]}
    />
  );
}

interface ToolsProps extends LevelPickerProps {
  tab: SupervisionTab;
  mayExport: boolean;
}

function Tools({ tab, level, onLevel, mayExport }: ToolsProps) {
  return (
    <>
      <LevelPicker level={level} onLevel={onLevel} />
      {mayExport && (
        <ExportButton
          path="/supervision/export"
          of={{ box: tab, ...(level && { level }) }}
          name={text.title}
          help={text.exportHelp}
        />
      )}
    </>
  );
}

/** 督办: what waits for a decision, what runs by level, what was answered and may end, what has ended. */
export function SupervisionPage() {
  const may = useMay();
  const reads = may('supervision.read');
  const { tab = reads ? 'proposed' : 'open', level, order } = route.useSearch();
  const navigate = route.useNavigate();
  const at = { tab, ...(level && { level }) };
  const choose = (next?: string) =>
    navigate({ search: next === undefined ? at : { ...at, order: next } });
  const shown = supervisionTabs.filter((name) => name !== 'proposed' || reads);
  return (
    <>
      <div className="page-title">
        <h1>{text.title}</h1>
      </div>
      <DeskTabs
        label={text.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { ...at, tab: next } })}
        tabs={shown.map((name) => ({ name, label: text.tab[name], count: null }))}
        prints
        extra={
          <Tools
            tab={tab}
            level={level}
            onLevel={(next) => navigate({ search: { tab, ...(next && { level: next }) } })}
            mayExport={reads && may('orders.export')}
          />
        }
      />
      <SplitPage
        onBack={() => choose()}
        list={
          <SupervisionList
            key={`${tab} ${level ?? ''}`}
            tab={tab}
            level={level}
            open={order}
            choose={choose}
            mayUrge={may('supervision.urge')}
          />
        }
        detail={order === undefined ? null : <Detail key={order} orderId={order} />}
      />
    </>
  );
}
