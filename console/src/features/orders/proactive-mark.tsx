import { foresight, proactiveTriggerLabel } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { proactiveMarkText as words } from './text.ts';

const basisQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['foresight', 'of', orderId],
    queryFn: ({ signal }) => call(foresight.ofOrder, { orderId }, { signal }),
  });

/** 主动工单: nobody asked; what it rests on. */
export function ProactiveMark({ orderId }: { orderId: string }) {
  const { data } = useQuery(basisQuery(orderId));
  if (!data?.proactive) return null;
  const { trigger, basis, openedBy, openedAt } = data.proactive;
  return (
    <Panel title={words.title}>
      <p>
        {proactiveTriggerLabel[trigger]}:{basis}
      </p>
      <p className="soft">
        {openedBy} {shortInstant(openedAt)} · {words.help}
      </p>
    </Panel>
  );
}
