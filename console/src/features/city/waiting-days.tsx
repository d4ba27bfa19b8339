import { calendar } from '@minsheng/contract';
import { correctedKindLabel } from '@minsheng/contract/words/calendar.ts';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { Panel } from '../../ui/panel.tsx';
import type { WaitingDay } from './calendar-runs.ts';
import { calendarText, weekdayName } from './calendar-text.ts';

/** 双人核对: what one person proposed, for another to hold against the notice. */
export function WaitingDays({ waiting }: { waiting: readonly WaitingDay[] }) {
  const act = useAct(calendar.decideDay, { done: calendarText.decided, stale: ['calendar'] });
  if (waiting.length === 0) return null;
  return (
    <Panel title={calendarText.waiting} className="gap-below">
      <p className="soft gap-below">{calendarText.waitingHelp}</p>
      <ul className="rows">
        {waiting.map((one) => (
          <li key={one.id} className="row unit-line">
            <strong>
              {one.on} {weekdayName(one.on)}
            </strong>
            <span className="chip chip-wait">{correctedKindLabel[one.kind]}</span>
            <span>{one.name}</span>
            <span className="soft">
              {calendarText.basis} {one.source}
            </span>
            <span className="soft">
              {calendarText.proposedBy} {one.proposedBy}
            </span>
            {one.can.decide && (
              <span className="row-tags">
                <Button
                  type="primary"
                  loading={act.isPending}
                  onClick={() => act.mutate({ correctionId: one.id, confirmed: true })}
                >
                  {calendarText.confirm}
                </Button>
                <Button
                  disabled={act.isPending}
                  onClick={() => act.mutate({ correctionId: one.id, confirmed: false })}
                >
                  {calendarText.refuse}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
