import { useQuery } from '@tanstack/react-query';
import { useMay } from '../../shell/session.ts';
import { Panel } from '../panel.tsx';
import { ProposalItem } from './proposal-item.tsx';
import './same-thing.css';
import { proposalsOfOrderQuery } from './same-thing.queries.ts';
import { sameText } from './text.ts';

interface SameThingPanelProps {
  orderId: string;
  /** On a desk that has much to show, a panel with nothing in it is left out. */
  showsNone: boolean;
}

/** 可能是同一件事: the machine's proposals for one order; a person says yes or no. */
export function SameThingPanel({ orderId, showsNone }: SameThingPanelProps) {
  const may = useMay();
  const isAsked = may('issues.link');
  const { data } = useQuery({ ...proposalsOfOrderQuery(orderId), enabled: isAsked });
  if (!isAsked || data === undefined) return null;
  if (data.rows.length === 0 && !showsNone) return null;
  return (
    <Panel title={sameText.title}>
      <p className="soft">{data.rows.length === 0 ? sameText.none : sameText.help}</p>
      <ul className="plain-list">
        {data.rows.map((proposal) => (
          <ProposalItem key={proposal.issueId} proposal={proposal} from="order" />
        ))}
      </ul>
    </Panel>
  );
}
