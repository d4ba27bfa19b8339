import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../../shell/session.ts';
import { AuditTab } from './audit-tab.tsx';
import { ClueList } from './clue-list.tsx';
import './clues.css';
import { FiguresTab } from './figures-tab.tsx';
import { MarkOnOrder } from './mark-clue.tsx';
import { CluesParts } from './parts.tsx';
import { ReceivedPage } from './received-page.tsx';
import type { CluePart } from './search.ts';
import { SubjectsTab } from './subjects-tab.tsx';
import { cluesText as words } from './text.ts';

const route = getRouteApi('/clues');

/** 违规线索: the centre's, or what was handed to one's own unit; or one that is marked on an order. */
export function CluesPage() {
  const may = useMay();
  const { order, part = 'list' } = route.useSearch();
  const navigate = route.useNavigate();
  const reads = may('clues.read');
  if (order !== undefined)
    return (
      <MarkOnOrder
        orderId={order}
        key={order}
        onMarked={(clueId) =>
          reads
            ? navigate({ search: { tab: 'work', clue: clueId } })
            : navigate({ to: '/orders/$orderId', params: { orderId: order } })
        }
      />
    );
  if (!reads) return <ReceivedPage />;
  return part === 'list' ? <ClueList /> : <OnePart part={part} />;
}

const tabs: Record<Exclude<CluePart, 'list'>, () => ReactNode> = {
  figures: () => <FiguresTab />,
  subjects: () => <SubjectsTab />,
  audit: () => <AuditTab />,
};

function OnePart({ part }: { part: Exclude<CluePart, 'list'> }) {
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <CluesParts part={part} />
      {tabs[part]()}
    </>
  );
}
