import { Link } from '@tanstack/react-router';
import { useMay } from '../../shell/session.ts';
import { Panel } from '../../ui/panel.tsx';
import { cluePanelText as words } from './clue-text.ts';

/** 违规线索: the way to mark one; which were marked stands there, not on a page that units read. */
export function CluePanel({ orderId }: { orderId: string }) {
  const may = useMay();
  if (!may('clues.mark')) return null;
  return (
    <Panel title={words.title}>
      <p className="no-print">
        <Link to="/clues" search={{ order: orderId }}>
          {words.mark}
        </Link>{' '}
        <span className="soft">{words.help}</span>
      </p>
    </Panel>
  );
}
