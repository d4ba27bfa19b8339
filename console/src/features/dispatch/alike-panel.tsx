import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { Panel } from '../../ui/panel.tsx';
import { UrgencyTag } from '../../ui/tags.tsx';
import type { Suggestion } from './suggestion-panel.tsx';
import { dispatchText } from './text.ts';

interface AlikePanelProps {
  suggestion: Suggestion;
  chosen: readonly string[];
  onChoose: (orderIds: readonly string[]) => void;
}

/** 同类工单: several alike go to the same units in one step. */
export function AlikePanel({ suggestion, chosen, onChoose }: AlikePanelProps) {
  if (suggestion.alike.length === 0) return null;
  const toggle = (orderId: string, on: boolean) =>
    onChoose(on ? [...chosen, orderId] : chosen.filter((one) => one !== orderId));
  return (
    <Panel title={dispatchText.alike}>
      <p className="soft">{dispatchText.alikeHelp}</p>
      <ul className="plain-list">
        {suggestion.alike.map((one) => (
          <li key={one.orderId}>
            <Checkbox
              checked={chosen.includes(one.orderId)}
              onChange={(event) => toggle(one.orderId, event.target.checked)}
            >
              {one.title} <UrgencyTag urgency={one.urgency} />
            </Checkbox>
            <p className="soft">
              {one.address === '' ? null : `${one.address} · `}
              {dispatchText.alikeReason[one.reason]} ·{' '}
              <Link to="/orders/$orderId" params={{ orderId: one.orderId }}>
                {one.orderNo}
              </Link>
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
