import { type callBack, type ReplyOf, timeBandLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { askedWords } from '../../ui/asked-words.ts';
import { orderQuery } from '../../ui/case.queries.ts';
import { shortInstant } from '../../ui/format.ts';
import { MechanismPanel } from '../../ui/mechanism/mechanism-panel.tsx';
import { OrderFacts, OrderHead } from '../../ui/order-facts.tsx';
import { HeadedPanel, Panel } from '../../ui/panel.tsx';
import { PeopleButton } from '../../ui/people-button.tsx';
import { AttemptForm } from './attempt-form.tsx';
import { sheetQuery } from './call-back.queries.ts';
import { DecidePanel } from './decide-panel.tsx';
import { callBackText } from './text.ts';

type Sheet = ReplyOf<typeof callBack.callBackSheet>;

function Attempts({ sheet }: { sheet: Sheet }) {
  const open = sheet.openBands.map((band) => timeBandLabel[band]).join('、');
  return (
    <>
      <p className="soft">
        {callBackText.bands(
          timeBandLabel[sheet.currentBand],
          open === '' ? callBackText.allBandsUsed : open,
        )}
      </p>
      {sheet.attempts.length === 0 ? (
        <p className="soft">{callBackText.noAttempts}</p>
      ) : (
        <ol>
          {sheet.attempts.map((one) => (
            <li key={one.at}>
              {callBackText.attemptWords(
                shortInstant(one.at),
                timeBandLabel[one.band],
                askedWords(one),
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** 没看懂的短信: a person reads what no program understood. */
function UnclearAnswers({ sheet }: { sheet: Sheet }) {
  if (sheet.unclearAnswers.length === 0) return null;
  return (
    <>
      <p className="soft">{callBackText.unclear}</p>
      <ul>
        {sheet.unclearAnswers.map(({ at, text }) => (
          <li key={at} className="words">
            {shortInstant(at)} {text}
          </li>
        ))}
      </ul>
    </>
  );
}

function ScriptPanel({ sheet }: { sheet: Sheet }) {
  return (
    <Panel
      title={callBackText.script}
      extra={<PeopleButton orderId={sheet.orderId} purpose="call-back" />}
    >
      <ol className="script">
        {sheet.script.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <h3>{callBackText.answer}</h3>
      <p className="words appeal">
        {sheet.unitName}:{sheet.publicAnswer}
      </p>
    </Panel>
  );
}

interface CallBackDetailProps {
  orderId: string;
  onDecided: () => void;
}

/** One call-back: what to say, what was answered, what follows. */
export function CallBackDetail({ orderId, onDecided }: CallBackDetailProps) {
  const order = useQuery(orderQuery(orderId));
  const sheet = useQuery(sheetQuery(orderId));
  return (
    <>
      <Ask of={order}>
        {(found) => (
          <HeadedPanel label={found.title} head={<OrderHead order={found} />}>
            <OrderFacts order={found} />
          </HeadedPanel>
        )}
      </Ask>
      <Ask of={sheet}>
        {(found) => (
          <>
            <ScriptPanel sheet={found} />
            <MechanismPanel orderId={orderId} />
            <Panel title={callBackText.attempts}>
              <Attempts sheet={found} />
              <UnclearAnswers sheet={found} />
              {order.data?.abilities.includes('attempt') === true && (
                <AttemptForm orderId={orderId} />
              )}
            </Panel>
            {order.data !== undefined && (
              <DecidePanel order={order.data} sheet={found} onDecided={onDecided} />
            )}
          </>
        )}
      </Ask>
    </>
  );
}
