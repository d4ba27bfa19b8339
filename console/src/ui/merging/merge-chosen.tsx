import { merging } from '@minsheng/contract';
import { useAct } from '../../shell/act.ts';
import { ReasonButton } from '../reason-button.tsx';
import { uiText } from '../text.ts';
import { staleAfterMerging } from './merging.queries.ts';
import { mergingText } from './text.ts';

interface MergeChosenProps {
  masterId: string;
  chosen: readonly string[];
  label: string;
  onDone: () => void;
}

const most = uiText.many.most(merging.mostMembers);

/** 批量并单: all that are ticked, or none. */
export function MergeChosen({ masterId, chosen, label, onDone }: MergeChosenProps) {
  const act = useAct(merging.mergeOrders, {
    done: mergingText.taken(chosen.length),
    stale: staleAfterMerging,
    quiet: true,
    onDone,
  });
  if (chosen.length > merging.mostMembers) return <p className="soft">{most}</p>;
  return (
    <ReasonButton
      label={label}
      help={`${mergingText.chosenHelp}${most}`}
      fieldLabel={mergingText.reason}
      needed
      act={act}
      input={(reason) => ({ orderId: masterId, orderIds: [...chosen], reason })}
    />
  );
}
