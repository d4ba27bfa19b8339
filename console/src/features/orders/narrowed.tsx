import {
  autoNumberLabel,
  heldReasonLabel,
  judgedHitLabel,
  modelKindLabel,
} from '@minsheng/contract';
import { Alert, Button } from 'antd';
import { LabelName } from '../../ui/label-name.tsx';
import type { OrdersSearch } from './search.ts';
import { searchText } from './text.ts';

interface NarrowedProps {
  filters: OrdersSearch;
  onWiden: (filters: OrdersSearch) => void;
}

const unsaid = {
  issue: undefined,
  warning: undefined,
  auto: undefined,
  autoFrom: undefined,
  autoTo: undefined,
  autoHeld: undefined,
  judged: undefined,
  judgedHit: undefined,
  judgedLabel: undefined,
  judgedGiven: undefined,
  judgedSaidFrom: undefined,
  judgedSaidBelow: undefined,
  judgedFrom: undefined,
  judgedTo: undefined,
};

/** What another page opened this search by; it has no field here, so it is said above the list. */
export function Narrowed({ filters, onWiden }: NarrowedProps) {
  const title = titleOf(filters);
  if (title === null) return null;
  return (
    <Alert
      className="gap-below"
      type="info"
      title={title}
      description={filters.judged !== undefined && <Judged filters={filters} />}
      action={
        <Button size="small" onClick={() => onWiden({ ...filters, ...unsaid })}>
          {searchText.allOrders}
        </Button>
      }
    />
  );
}

function titleOf(filters: OrdersSearch): string | null {
  const { issue, warning, auto, autoFrom, autoTo, autoHeld, judged, judgedHit } = filters;
  if (issue !== undefined) return searchText.ofIssue;
  if (warning !== undefined) return searchText.ofWarning;
  if (judged !== undefined) {
    const { judgedFrom = '', judgedTo = '' } = filters;
    const hit = judgedHitLabel[judgedHit ?? 'any'];
    return searchText.ofJudged(modelKindLabel[judged], hit, judgedFrom, judgedTo);
  }
  if (auto === undefined) return null;
  const why = autoHeld === undefined ? '' : heldReasonLabel[autoHeld];
  return searchText.ofAuto(autoNumberLabel[auto], why, autoFrom ?? '', autoTo ?? '');
}

/** Which label of a model, and how sure it was. */
function Judged({ filters }: { filters: OrdersSearch }) {
  const { judged, judgedLabel, judgedGiven, judgedSaidFrom, judgedSaidBelow } = filters;
  if (judged === undefined) return null;
  return (
    <span className="inline">
      {judgedLabel !== undefined && (
        <LabelName kind={judged} code={judgedLabel} say={searchText.judgedLabel} />
      )}
      {judgedGiven !== undefined && (
        <LabelName kind={judged} code={judgedGiven} say={searchText.judgedGiven} />
      )}
      {judgedSaidFrom !== undefined && (
        <span>{searchText.judgedSaid(judgedSaidFrom, judgedSaidBelow ?? 101)}</span>
      )}
    </span>
  );
}
