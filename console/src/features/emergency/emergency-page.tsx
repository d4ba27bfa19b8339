import { emergencyKindLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMe } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { Facts } from '../../ui/facts.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { BoardTab } from './board-tab.tsx';
import './emergency.css';
import { type Mode, modesQuery } from './emergency.queries.ts';
import { GroupsTab } from './groups-tab.tsx';
import { GuestsTab } from './guests-tab.tsx';
import { EndMode, OpenMode } from './mode-forms.tsx';
import { type EmergencyTab, emergencyTabs } from './search.ts';
import { SendTab } from './send-tab.tsx';
import { emergencyText as words } from './text.ts';
import { WaitingWarnings } from './waiting-warnings.tsx';

const route = getRouteApi('/emergency');

/** 应急联动: the mode that runs, its board, what is sent in it, who helps, and the groups. */
export function EmergencyPage() {
  const modes = useQuery(modesQuery);
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.intro}</p>
      <WaitingWarnings />
      <Ask of={modes}>
        {({ rows, can }) => (
          <div className="stack">
            <Modes rows={rows} mayLead={can.lead} />
          </div>
        )}
      </Ask>
    </>
  );
}

function Modes({ rows, mayLead }: { rows: readonly Mode[]; mayLead: boolean }) {
  const { mode: wished } = route.useSearch();
  const navigate = route.useNavigate();
  const open = rows.find(({ id }) => id === wished) ?? rows[0];
  return (
    <>
      <Panel title={words.modes} extra={mayLead ? <OpenMode /> : undefined}>
        {rows.every(({ endedAt }) => endedAt !== null) && <p className="soft">{words.none}</p>}
        <ul className="plain-list emergency-modes">
          {rows.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                aria-current={row.id === open?.id}
                onClick={() => navigate({ search: (before) => ({ ...before, mode: row.id }) })}
              >
                <span className={`chip ${row.endedAt === null ? 'chip-alarm' : 'chip-plain'}`}>
                  {row.endedAt === null ? words.running : words.ended}
                </span>{' '}
                {row.name} <span className="soft">{shortInstant(row.openedAt)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      <Tabs mode={open} mayLead={mayLead} />
    </>
  );
}

function Tabs({ mode, mayLead }: { mode: Mode | undefined; mayLead: boolean }) {
  const { tab = mode ? 'board' : 'groups' } = route.useSearch();
  const navigate = route.useNavigate();
  const maySend = useMe().account.permissions.includes('dispatch.send');
  const isOpen = (name: EmergencyTab): boolean => {
    if (name === 'groups') return true;
    if (mode === undefined) return false;
    if (name === 'send') return maySend && mode.endedAt === null;
    return name === 'guests' ? mayLead : true;
  };
  const tabs = emergencyTabs.filter(isOpen);
  const shown = tabs.includes(tab) ? tab : (tabs[0] ?? 'groups');
  return (
    <>
      {mode && <About mode={mode} mayLead={mayLead} />}
      <DeskTabs
        label={words.title}
        open={shown}
        onOpen={(next) => navigate({ search: (before) => ({ ...before, tab: next }) })}
        tabs={tabs.map((name) => ({ name, label: words.tabs[name], count: null }))}
      />
      {mode && shown === 'board' && <BoardTab mode={mode} />}
      {mode && shown === 'send' && <SendTab key={mode.id} mode={mode} />}
      {mode && shown === 'guests' && <GuestsTab modeId={mode.id} />}
      {shown === 'groups' && <GroupsTab />}
    </>
  );
}

function About({ mode, mayLead }: { mode: Mode; mayLead: boolean }) {
  const { facts } = words;
  const items = [
    { label: facts.reason, value: mode.reason },
    { label: facts.area, value: mode.areaName },
    { label: facts.units, value: mode.units.map(({ name }) => name).join('、') },
    { label: facts.response, value: words.minutes(mode.responseMinutes) },
    { label: facts.opened, value: words.by(mode.openedBy, shortInstant(mode.openedAt)) },
    ...(mode.endedAt === null
      ? []
      : [
          { label: facts.ended, value: words.by(mode.endedBy ?? '', shortInstant(mode.endedAt)) },
          { label: facts.summary, value: mode.summary ?? '' },
        ]),
  ];
  return (
    <Panel
      title={`${mode.name}(${emergencyKindLabel[mode.kind]})`}
      extra={mayLead && mode.endedAt === null ? <EndMode modeId={mode.id} /> : undefined}
    >
      <Facts facts={items} />
    </Panel>
  );
}
