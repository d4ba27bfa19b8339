import { dispatch } from '@minsheng/contract';
import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { MergeChosen } from '../../ui/merging/merge-chosen.tsx';
import { mergingText } from '../../ui/merging/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { UrgencyTag } from '../../ui/tags.tsx';
import { uiText } from '../../ui/text.ts';
import type { Suggestion } from './suggestion-panel.tsx';
import { dispatchText } from './text.ts';

interface AlikePanelProps {
  /** The one they may be handled with. */
  orderId: string;
  suggestion: Suggestion;
  chosen: readonly string[];
  onChoose: (orderIds: readonly string[]) => void;
}

/** 同类工单: several alike go to the same units in one step. */
export function AlikePanel({ orderId, suggestion, chosen, onChoose }: AlikePanelProps) {
  if (suggestion.alike.length === 0) return null;
  const toggle = (orderId: string, on: boolean) =>
    onChoose(on ? [...chosen, orderId] : chosen.filter((one) => one !== orderId));
  return (
    <Panel title={dispatchText.alike}>
      <p className="soft">
        {dispatchText.alikeHelp}
        {uiText.many.most(dispatch.mostSentTogether)}
      </p>
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
      {chosen.length > 0 && (
        <MergeChosen
          masterId={orderId}
          chosen={chosen}
          label={mergingText.chosen(chosen.length)}
          onDone={() => onChoose([])}
        />
      )}
    </Panel>
  );
}
