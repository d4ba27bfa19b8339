import type { Desk } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { deskOrdersQuery } from '../../ui/desk.queries.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { OrderLine } from '../../ui/order-row.tsx';
import { agentText } from './text.ts';

export type WaitingDesk = Extract<Desk, 'to-accept' | 'to-check' | 'need-info'>;

interface WaitingListProps {
  desk: WaitingDesk;
  order: string | undefined;
  onOpen: (orderId: string) => void;
}

export function WaitingList({ desk, order, onOpen }: WaitingListProps) {
  const list = useInfiniteQuery(deskOrdersQuery(desk));
  return (
    <KeysetList
      query={list}
      label={agentText.tab[desk]}
      keyOf={(row) => row.id}
      empty={agentText.empty[desk]}
      render={(row) => (
        <OrderLine row={row} isOpen={row.id === order} onOpen={() => onOpen(row.id)} />
      )}
    />
  );
}
