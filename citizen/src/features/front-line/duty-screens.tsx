import { useState } from 'react';
import { replaceWith } from '../../shell/hash-path.ts';
import { operations } from '../../shell/operations.ts';
import { type Ask, useAsk } from '../../shell/use-ask.ts';
import { usePolling } from '../../shell/use-polling.ts';
import { Answer } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { ArriveScreen } from './arrive-screen.tsx';
import { AskScreen } from './ask-screen.tsx';
import { ContactScreen } from './contact-screen.tsx';
import type { Duty } from './duty.ts';
import { DutyPage } from './duty-page.tsx';
import { FinishScreen } from './finish-screen.tsx';
import { FixedScreen } from './fixed-screen.tsx';
import { type DutyKey, useFrontLine } from './session.ts';
import { frontLineText } from './text.ts';

export function readDutyPath(path: string): { duty: DutyKey; screen: string } | null {
  const [word, orderId, assignmentId, screen] = path.split('/');
  if (word !== 'duty' || !orderId || !assignmentId) return null;
  return { duty: { orderId, assignmentId }, screen: screen ?? '' };
}

const everyMs = 20_000;

interface Props {
  duty: DutyKey;
  screen: string;
}

/** One duty and its small screens; each is an address, so the phone's own back key works. */
export function DutyScreens({ duty, screen }: Props) {
  const { call } = useFrontLine();
  const [said, setSaid] = useState<string | null>(null);
  const ask = useAsk(duty.assignmentId, () => call(operations.dutyView, duty));
  usePolling(ask.again, everyMs);

  const path = `duty/${duty.orderId}/${duty.assignmentId}`;
  const done = (sentence: string) => {
    setSaid(sentence);
    ask.again();
    replaceWith(path);
  };
  if (ask.asked.state !== 'answered') return <Waiting ask={ask} />;
  const given = { duty: ask.asked.value, home: `#/${path}`, done };
  switch (screen) {
    case 'arrive':
      return <ArriveScreen {...given} />;
    case 'contact':
      return <ContactScreen {...given} />;
    case 'fixed':
      return <FixedScreen {...given} />;
    case 'ask':
      return <AskScreen {...given} />;
    case 'finish':
      return <FinishScreen {...given} />;
    default:
      return <DutyPage {...given} said={said} trouble={ask.trouble} />;
  }
}

function Waiting({ ask }: { ask: Ask<Duty> }) {
  return (
    <Page title={frontLineText.title} back={{ href: '#/', label: frontLineText.list }}>
      <Answer ask={ask}>{() => null}</Answer>
    </Page>
  );
}
