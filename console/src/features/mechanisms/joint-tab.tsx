import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { dayText, shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { jointQuery } from './mechanisms.queries.ts';
import { PlanJoint } from './plan-joint.tsx';
import { jointText as words } from './text.ts';

/** 联合督办名单, read each week by the units that supervise together. */
export function JointTab({ code }: { code: string }) {
  const joint = useQuery(jointQuery(code));
  return (
    <Ask of={joint}>
      {({ name, everyDays, units, rows, shownCap, can }) => (
        <Panel
          title={name}
          extra={can.plan && rows.length > 0 && <PlanJoint name={name} units={units} rows={rows} />}
        >
          <p className="soft">
            {words.intro(everyDays, units.map((unit) => unit.name).join('、'))}
          </p>
          {rows.length === 0 ? (
            <EmptyState words={words.none} />
          ) : (
            <DataTable
              heads={words.heads}
              rows={rows.map((row) => ({
                key: row.orderId,
                cells: [
                  <Link
                    key="o"
                    className="unbroken"
                    to="/orders/$orderId"
                    params={{ orderId: row.orderId }}
                  >
                    {row.orderNo}
                  </Link>,
                  row.areaName,
                  row.lead?.name ?? '',
                  <span key="a" className="unbroken">
                    {dayText(row.acceptedAt)}
                  </span>,
                  row.isOpen ? row.dueAt && shortInstant(row.dueAt) : words.closed,
                  [row.supervised, row.isRepeat ? words.repeat : null].filter(Boolean).join(' '),
                  <span key="v" className="mechanism-facts">
                    {row.values.map(({ label, value }) => `${label}:${value}`).join(';')}
                  </span>,
                ],
              }))}
            />
          )}
          {rows.length === shownCap && <p className="soft">{words.cap(shownCap)}</p>}
        </Panel>
      )}
    </Ask>
  );
}
