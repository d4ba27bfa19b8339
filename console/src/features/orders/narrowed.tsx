import { autoNumberLabel, heldReasonLabel } from '@minsheng/contract';
import { Alert, Button } from 'antd';
import type { OrdersSearch } from './search.ts';
import { searchText } from './text.ts';

interface NarrowedProps {
  filters: OrdersSearch;
  onWiden: (filters: OrdersSearch) => void;
}

const unsaid = {
  warning: undefined,
  auto: undefined,
  autoFrom: undefined,
  autoTo: undefined,
  autoHeld: undefined,
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
      action={
        <Button size="small" onClick={() => onWiden({ ...filters, ...unsaid })}>
          {searchText.allOrders}
        </Button>
      }
    />
  );
}

function titleOf({ warning, auto, autoFrom, autoTo, autoHeld }: OrdersSearch): string | null {
  if (warning !== undefined) return searchText.ofWarning;
  if (auto === undefined) return null;
  const why = autoHeld === undefined ? '' : heldReasonLabel[autoHeld];
  return searchText.ofAuto(autoNumberLabel[auto], why, autoFrom ?? '', autoTo ?? '');
}
