import { supervision, warningPointLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../shell/act.ts';
import { fullInstant } from '../format.ts';
import { Panel } from '../panel.tsx';
import { ReasonButton } from '../reason-button.tsx';
import { SuperviseButton } from './supervise-button.tsx';
import { staleAfterSupervision as stale, supervisionQuery } from './supervision.queries.ts';
import { type Supervised, SupervisionItem } from './supervision-item.tsx';
import { supervisionText as text } from './text.ts';

function Acts({ orderId, whole }: { orderId: string; whole: Supervised }) {
  const urge = useAct(supervision.urgeOrder, { done: text.urged, stale, quiet: true });
  return (
    <>
      {whole.mayUrge && (
        <ReasonButton
          label={text.urge}
          fieldLabel={text.urgeWords}
          needed={false}
          act={urge}
          input={(words) => ({ orderId, words })}
        />
      )}
      {whole.holder !== null && whole.mayGive.length > 0 && (
        <SuperviseButton
          orderId={orderId}
          holder={whole.holder.name}
          levels={whole.mayGive}
          label={text.supervise}
        />
      )}
    </>
  );
}

function Warnings({ whole }: { whole: Supervised }) {
  if (whole.warnings.length === 0) return null;
  return (
    <details>
      <summary>{text.warnings}</summary>
      <ul>
        {whole.warnings.map(({ unit, point, at }) => (
          <li key={`${unit.code} ${point} ${at}`}>
            {text.warning(unit.name, warningPointLabel[point], fullInstant(at))}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** 督办 of an order: what runs, what was, and the buttons the server allows. One nobody may act on shows nothing. */
export function SupervisionPanel({ orderId }: { orderId: string }) {
  const { data } = useQuery(supervisionQuery(orderId));
  if (data === undefined) return null;
  const mayAct = data.mayUrge || data.mayGive.length > 0;
  if (data.supervisions.length === 0 && data.warnings.length === 0 && !mayAct) return null;
  return (
    <Panel title={text.title} extra={<Acts orderId={orderId} whole={data} />}>
      {data.supervisions.length === 0 && <p className="soft">{text.none}</p>}
      <ul className="plain-list">
        {data.supervisions.map((one) => (
          <SupervisionItem key={one.no} orderId={orderId} one={one} whole={data} />
        ))}
      </ul>
      <Warnings whole={data} />
    </Panel>
  );
}
