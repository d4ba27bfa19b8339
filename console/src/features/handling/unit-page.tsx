import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useDeskCounts } from '../../shell/counters.ts';
import { useMay } from '../../shell/session.ts';
import { deskAssignmentsQuery } from '../../ui/desk.queries.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { DutyDetail } from './duty-detail.tsx';
import { DutyLine } from './duty-line.tsx';
import { unitTabs } from './search.ts';
import './handling.css';
import { handlingText } from './text.ts';

const route = getRouteApi('/unit');

/** 承办台: the duties of one unit and of the units below it. */
export function UnitPage() {
  const { tab, order, duty } = route.useSearch();
  const navigate = route.useNavigate();
  const count = useDeskCounts();
  const may = useMay();
  const tabs = unitTabs.filter((name) => name !== 'unit-sign-off' || may('handling.sign-off'));
  const open = tab ?? 'unit-sent';
  const list = useInfiniteQuery(deskAssignmentsQuery(open));
  return (
    <>
      <div className="page-title">
        <h1>{handlingText.title}</h1>
      </div>
      <DeskTabs
        label={handlingText.tabs}
        open={open}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={tabs.map((name) => ({ name, label: handlingText.tab[name], count: count(name) }))}
      />
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
    </>
  );
}
