import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useMe } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { FiguresTab } from './figures-tab.tsx';
import { GroupsTab } from './groups-tab.tsx';
import { JointTab } from './joint-tab.tsx';
import './mechanisms.css';
import { listQuery, type MechanismPage, pageQuery } from './mechanisms.queries.ts';
import { OrdersTab } from './orders-tab.tsx';
import { Period } from './period.tsx';
import { RulesTab } from './rules-tab.tsx';
import { type MechanismTab, mechanismTabs } from './search.ts';
import { mechanismsText as words } from './text.ts';

const route = getRouteApi('/mechanisms');

/** 特色机制: the city's own ways, each with its orders, figures, warnings and joint list. */
export function MechanismsPage() {
  const list = useQuery(listQuery);
  const { code: wished } = route.useSearch();
  const mayRead = useMe().account.permissions.includes('mechanisms.read');
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.intro}</p>
      <Ask of={list}>
        {({ rows }) => {
          const open = rows.find(({ code }) => code === wished) ?? rows[0];
          if (!open) return <EmptyState words={words.none} />;
          return (
            <div className="stack">
              <Choice rows={rows} open={open.code} />
              {mayRead ? <One code={open.code} /> : <JointTab code={open.code} />}
            </div>
          );
        }}
      </Ask>
    </>
  );
}

type Row = { code: string; name: string; aim: string; isInvented: boolean } & {
  orders: number | null;
  open: number | null;
  isCut: boolean;
};

function Choice({ rows, open }: { rows: readonly Row[]; open: string }) {
  const navigate = route.useNavigate();
  return (
    <Panel title={words.list}>
      <ul className="plain-list mechanism-list">
        {rows.map(({ code, name, aim, isInvented, orders, open: running, isCut }) => (
          <li key={code}>
            <button
              type="button"
              aria-current={code === open}
              onClick={() => navigate({ search: { code } })}
            >
              <strong>{name}</strong>
              {isInvented && <span className="chip chip-plain">{words.invented}</span>}
              {orders !== null && (
                <span className="soft">{words.held(orders, running ?? 0, isCut)}</span>
              )}
              <span className="mechanism-aim">{aim}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function One({ code }: { code: string }) {
  const { from, until, tab = 'figures' } = route.useSearch();
  const navigate = route.useNavigate();
  const page = useQuery(pageQuery({ code, from, until }));
  return (
    <Ask of={page}>
      {(found) => {
        const tabs = mechanismTabs.filter((name) => isThere(name, found));
        const shown = tabs.includes(tab) ? tab : 'figures';
        return (
          <>
            <DeskTabs
              label={found.name}
              open={shown}
              prints
              onOpen={(next) =>
                navigate({
                  search: ({ code: same, from, until }) => ({ code: same, from, until, tab: next }),
                })
              }
              tabs={tabs.map((name) => ({ name, label: words.tabs[name], count: null }))}
            />
            {shown !== 'joint' && shown !== 'rules' && <Notes page={found} />}
            {(shown === 'figures' || shown === 'orders') && <Period page={found} />}
            {shown === 'figures' && <FiguresTab page={found} />}
            {shown === 'orders' && <OrdersTab page={found} />}
            {shown === 'groups' && <GroupsTab page={found} />}
            {shown === 'joint' && <JointTab code={code} />}
            {shown === 'rules' && <RulesTab page={found} />}
          </>
        );
      }}
    </Ask>
  );
}

function isThere(tab: MechanismTab, page: MechanismPage): boolean {
  if (tab === 'joint') return page.hasJoint;
  return tab !== 'groups' || page.groupFields.length > 0;
}

function Notes({ page: { season, isCut } }: { page: MechanismPage }) {
  return (
    <>
      {season && (
        <Alert
          type={season.isOn ? 'warning' : 'info'}
          showIcon
          title={
            season.isOn
              ? words.seasonOn(season.name, season.firstDay)
              : words.season(season.name, season.firstDay, season.warnsFrom)
          }
        />
      )}
      {isCut && <Alert type="info" title={words.isCut} />}
    </>
  );
}
