import { answeringStateLabel, orderStatusLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Facts } from '../../ui/facts.tsx';
import { fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { DayActs } from './day-acts.tsx';
import { type Day, dayQuery } from './media.queries.ts';
import { OrderName } from './order-name.tsx';
import { PromiseItem } from './promise-item.tsx';
import { daysText as words } from './results-text.ts';

/** 一个接听日: calls and promises. */
export function DayDetail({ dayId }: { dayId: string }) {
  const found = useQuery(dayQuery(dayId));
  return (
    <Ask of={found}>
      {(day) => (
        <div className="stack">
          <Panel
            title={day.leader}
            extra={<span className="chip chip-plain">{answeringStateLabel[day.state]}</span>}
          >
            <DayActs day={day} />
            <Facts
              facts={[
                {
                  label: words.hours,
                  value: `${fullInstant(day.startsAt)} – ${fullInstant(day.endsAt)}`,
                },
                { label: words.unitLabel, value: day.unit.name },
                { label: words.theme, value: day.theme },
                { label: words.ended, value: day.endedWords },
              ]}
            />
          </Panel>
          <Calls day={day} />
          <Panel title={words.promises}>
            {day.promised.length === 0 && <p className="soft">{words.noPromises}</p>}
            {day.promised.map((row) => (
              <PromiseItem key={row.no} row={row} mayClose={day.can.lead} />
            ))}
          </Panel>
        </div>
      )}
    </Ask>
  );
}

function Calls({ day }: { day: Day }) {
  return (
    <Panel title={words.calls}>
      {day.called.length === 0 ? (
        <p className="soft">{words.noCalls}</p>
      ) : (
        <DataTable
          heads={words.callHeads}
          rows={day.called.map(({ no, orderId, orderNo, status, note, mayOpen }) => ({
            key: orderId,
            cells: [
              no,
              <OrderName key="no" order={{ id: orderId, orderNo, mayOpen }} />,
              orderStatusLabel[status],
              note,
            ],
          }))}
        />
      )}
    </Panel>
  );
}
