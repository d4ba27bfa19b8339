import { getRouteApi } from '@tanstack/react-router';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { ForecastsTab } from './forecasts-tab.tsx';
import './foresight.css';
import { OrdersTab } from './orders-tab.tsx';
import { foresightTabs } from './search.ts';
import { SignalsTab } from './signals-tab.tsx';
import { TellingsTab } from './tellings-tab.tsx';
import { foresightText as words } from './text.ts';

const route = getRouteApi('/foresight');

/** 未诉先办: what is coming, what we do before anybody complains, and whether it helped. */
export function ForesightPage() {
  const { tab = 'forecasts', forecast } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.intro}</p>
      <DeskTabs
        label={words.title}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={foresightTabs.map((name) => ({ name, label: words.tabs[name], count: null }))}
      />
      {tab === 'forecasts' && (
        <ForecastsTab
          open={forecast}
          onOpen={(next) => navigate({ search: { tab: 'forecasts', forecast: next } })}
        />
      )}
      {tab === 'signals' && <SignalsTab />}
      {tab === 'orders' && <OrdersTab />}
      {tab === 'notices' && <TellingsTab />}
    </>
  );
}
