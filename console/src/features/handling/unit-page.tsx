import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useDeskCounts } from '../../shell/counters.ts';
import { useMay } from '../../shell/session.ts';
import { deskAssignmentsQuery } from '../../ui/desk.queries.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { firstWaiting } from '../../ui/first-waiting.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { DutyDetail } from './duty-detail.tsx';
import { DutyLine } from './duty-line.tsx';
import { type UnitTab, unitTabs } from './search.ts';
import './handling.css';
import { handlingText } from './text.ts';
import { ToNameList } from './to-name-list.tsx';

const route = getRouteApi('/unit');

/** 签批 and 指定专人 are the leader's. */
const leaderTabs: readonly UnitTab[] = ['unit-sign-off', 'unit-to-name'];

function Tabs({ open }: { open: UnitTab }) {
  const navigate = route.useNavigate();
  const count = useDeskCounts();
  const may = useMay();
  const waiting = count('unit-to-name') ?? 0;
  const isLeader = may('handling.sign-off');
  const shown = unitTabs.filter((name) => {
    if (!isLeader) return !leaderTabs.includes(name);
    // Rare, and no tab of every day: there as long as something waits.
    return name !== 'unit-to-name' || waiting > 0 || open === name;
  });
  return (
    <>
      <DeskTabs
        label={handlingText.tabs}
        open={open}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={shown.map((name) => ({ name, label: handlingText.tab[name], count: count(name) }))}
      />
      {!isLeader && waiting > 0 && (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title={handlingText.toNameWaits(waiting)}
        />
      )}
    </>
  );
}

function Duties({ open }: { open: Exclude<UnitTab, 'unit-to-name'> }) {
  const { order, duty } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useInfiniteQuery(deskAssignmentsQuery(open));
  return (
    <SplitPage
      onBack={() => navigate({ search: { tab: open } })}
      list={
        <KeysetList
          query={list}
          label={handlingText.listLabel}
          keyOf={(row) => row.assignmentId}
          empty={handlingText.empty[open]}
          render={(row) => (
            <DutyLine
              row={row}
              isOpen={row.assignmentId === duty}
              onOpen={() =>
                navigate({ search: { tab: open, order: row.orderId, duty: row.assignmentId } })
              }
            />
          )}
        />
      }
      detail={
        order === undefined || duty === undefined ? null : (
          <DutyDetail key={duty} orderId={order} assignmentId={duty} />
        )
      }
    />
  );
}

/** 承办台: the duties of one unit and of the units below it. */
export function UnitPage() {
  const { tab } = route.useSearch();
  const count = useDeskCounts();
  const may = useMay();
  const signs = may('handling.sign-off') ? leaderTabs : [];
  const open = tab ?? firstWaiting('unit-sent', ['unit-working', ...signs], count);
  return (
    <>
      <div className="page-title">
        <h1>{handlingText.title}</h1>
      </div>
      <Tabs open={open} />
      {open === 'unit-to-name' ? <ToNameList /> : <Duties open={open} />}
    </>
  );
}
