import { getRouteApi } from '@tanstack/react-router';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { CalendarTab } from './calendar-tab.tsx';
import { CatalogueTab } from './catalogue-tab.tsx';
import './city.css';
import { LinesTab } from './lines-tab.tsx';
import { MattersTab } from './matters-tab.tsx';
import { cityTabs } from './search.ts';
import { cityText } from './text.ts';
import { UnitsTab } from './units-tab.tsx';

const route = getRouteApi('/city');

const pages = {
  matters: MattersTab,
  catalogue: CatalogueTab,
  units: UnitsTab,
  lines: LinesTab,
  calendar: CalendarTab,
} as const;

/** 城市数据: what makes this installation this city. */
export function CityPage() {
  const { tab } = route.useSearch();
  const navigate = route.useNavigate();
  const open = tab ?? 'matters';
  const Page = pages[open];
  return (
    <>
      <div className="page-title">
        <h1>{cityText.title}</h1>
      </div>
      <DeskTabs
        label={cityText.tabs}
        open={open}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={cityTabs.map((name) => ({ name, label: cityText.tab[name], count: null }))}
      />
      <Page />
    </>
  );
}
