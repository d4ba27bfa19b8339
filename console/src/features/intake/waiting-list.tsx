import type { Desk } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNow } from '../../shell/browser-clock.ts';
import { deskOrdersQuery } from '../../ui/desk.queries.ts';
import { spanText } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { agentText, transferText } from './text.ts';

export type WaitingDesk = Extract<Desk, 'to-accept' | 'to-check' | 'in-transfer' | 'need-info'>;

interface WaitingListProps {
  desk: WaitingDesk;
  order: string | undefined;
  onOpen: (orderId: string) => void;
}

export function WaitingList({ desk, order, onOpen }: WaitingListProps) {
  const list = useInfiniteQuery(deskOrdersQuery(desk));
  const now = useNow(30);
  const ageOf = (since: string) => transferText.age(spanText((now - Date.parse(since)) / 60_000));
  return (
    <KeysetList
      query={list}
      label={agentText.tab[desk]}
      keyOf={(row) => row.id}
      empty={agentText.empty[desk]}
      render={(row) => (
        <OrderLine
          row={row}
          isOpen={row.id === order}
          onOpen={() => onOpen(row.id)}
          hint={desk === 'in-transfer' ? ageOf(row.statusSince) : null}
        />
      )}
    />
  );
}
