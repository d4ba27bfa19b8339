import { handling } from '@minsheng/contract';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import type { DutyAbility } from './abilities.ts';
import { ArriveButton } from './arrive-button.tsx';
import { ContactButton } from './contact-button.tsx';
import { DeferActions } from './defer-actions.tsx';
import { DelegateButton } from './delegate-button.tsx';
import { staleAfterDuty } from './duty.queries.ts';
import { type DutyProps, keyOf } from './duty-view.ts';
import { FixedButton } from './fixed-button.tsx';
import { ReturnActions } from './return-actions.tsx';
import { StageReportButton } from './stage-report-button.tsx';
import { actionText } from './text.ts';

function SignButton({ duty }: DutyProps) {
  const act = useAct(handling.sign, { done: actionText.signed, stale: staleAfterDuty });
  return (
    <Button type="primary" loading={act.isPending} onClick={() => act.mutate(keyOf(duty))}>
      {actionText.sign}
    </Button>
  );
}

function SendLinkButton({ duty }: DutyProps) {
  const act = useAct(handling.sendLink, { done: actionText.sendLinkDone, stale: ['duty'] });
  return (
    <Button
      title={actionText.sendLinkHelp}
      loading={act.isPending}
      onClick={() => act.mutate(keyOf(duty))}
    >
      {actionText.sendLink}
    </Button>
  );
}

function AskInfoButton({ duty }: DutyProps) {
  const act = useAct(handling.askInfo, {
    done: actionText.askInfoDone,
    stale: staleAfterDuty,
    quiet: true,
  });
  return (
    <ReasonButton
      label={actionText.askInfo}
      fieldLabel={actionText.question}
      help={actionText.askInfoHelp}
      needed
      act={act}
      input={(question) => ({ ...keyOf(duty), question })}
    />
  );
}

/** 签批: the leader reads the answer below and signs, or sends it back with a word. */
function SignOffButtons({ duty }: DutyProps) {
  const sign = useAct(handling.signOff, { done: actionText.signOffDone, stale: staleAfterDuty });
  const refuse = useAct(handling.signOff, {
    done: actionText.signOffRefused,
    stale: staleAfterDuty,
    quiet: true,
  });
  return (
    <>
      <Button
        type="primary"
        loading={sign.isPending}
        onClick={() => sign.mutate({ ...keyOf(duty), agreed: true })}
      >
        {actionText.signOff}
      </Button>
      <ReasonButton
        label={actionText.signOffRefuse}
        fieldLabel={actionText.signOffNote}
        needed
        danger
        act={refuse}
        input={(note) => ({ ...keyOf(duty), agreed: false, note })}
      />
    </>
  );
}

/** 已修复 stops the clock of a danger; an everyday order has no such clock. */
const isDanger = ({ urgency }: DutyProps['duty']) => urgency === 'U1' || urgency === 'U2';

/** The buttons of one duty: exactly what the server says this person may do now. */
export function DutyActions({ duty }: DutyProps) {
  const may = (ability: DutyAbility) => duty.abilities.includes(ability);
  if (duty.abilities.length === 0) return <p className="soft gap-below">{actionText.none}</p>;
  return (
    <div className="inline gap-below">
      {may('sign') && <SignButton duty={duty} />}
      {may('contact') && <ContactButton duty={duty} />}
      {may('arrive') && <ArriveButton duty={duty} />}
      {may('fixed') && isDanger(duty) && duty.fixedAt === null && <FixedButton duty={duty} />}
      {may('delegate') && <DelegateButton duty={duty} />}
      {may('ask-info') && <AskInfoButton duty={duty} />}
      {may('stage-report') && <StageReportButton duty={duty} />}
      {may('link') && <SendLinkButton duty={duty} />}
      {may('sign-off') && <SignOffButtons duty={duty} />}
      <DeferActions duty={duty} may={may} />
      <ReturnActions duty={duty} may={may} />
    </div>
  );
}
