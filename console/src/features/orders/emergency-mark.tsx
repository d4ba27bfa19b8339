import { emergency } from '@minsheng/contract';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../shell/call.ts';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { emergencyMarkText as words } from './text.ts';

const marksQuery = (orderId: string) =>
  queryOptions({
    queryKey: ['emergency', 'of', orderId],
    meta: { topics: [`order:${orderId}`] },
    queryFn: ({ signal }) => call(emergency.orderEmergency, { orderId }, { signal }),
  });

/** 应急标记: sent in an emergency, or taken down by somebody of another centre. */
export function EmergencyMark({ orderId }: { orderId: string }) {
  const { data } = useQuery(marksQuery(orderId));
  if (!data || (data.modes.length === 0 && data.guest === null)) return null;
  return (
    <Panel title={words.title}>
      <ul className="plain-list">
        {data.modes.map(({ modeId, name, respondDueAt }) => (
          <li key={modeId}>
            {words.mode(name)}{' '}
            <span className="soft">{words.respondBy(shortInstant(respondDueAt))}</span>
          </li>
        ))}
        {data.guest && <li>{words.guest(data.guest.name, data.guest.centre)}</li>}
      </ul>
    </Panel>
  );
}
