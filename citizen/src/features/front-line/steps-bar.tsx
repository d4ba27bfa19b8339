import { goTo } from '../../shell/hash-path.ts';
import { operations } from '../../shell/operations.ts';
import { useSending } from '../../shell/use-sending.ts';
import { Notice } from '../../ui/notice.tsx';
import { ability } from './abilities.ts';
import type { Duty, DutyScreenProps } from './duty.ts';
import { useFrontLine } from './session.ts';
import { frontLineText } from './text.ts';

const words = frontLineText.steps;

/** 接单 / 到场 / 完成: three buttons, the next one stands out, the done ones say so. */
export function StepsBar({ duty, home, done }: DutyScreenProps) {
  const { call } = useFrontLine();
  const sending = useSending();
  const key = { orderId: duty.orderId, assignmentId: duty.assignmentId };
  const path = home.slice(2);

  const sign = () => {
    let isLate = false;
    const run = async (idempotencyKey: string) => {
      ({ isLate } = await call(operations.sign, key, idempotencyKey));
    };
    void sending.send({ sign: key }, run).then((isDone) => {
      if (isDone) done(isLate ? words.signLate : words.signDone);
    });
  };

  const steps = stepsOf(duty);
  const next = steps.find((step) => step.isReady);
  const acts = { sign, arrive: () => goTo(`${path}/arrive`), finish: () => goTo(`${path}/finish`) };
  return (
    <>
      {sending.failure ? <Notice kind="bad">{sending.failure}</Notice> : null}
      {next ? null : <p className="foot-words">{words.notNow}</p>}
      {isDanger(duty) ? (
        <a className="button is-danger is-wide" href={`${home}/fixed`}>
          {frontLineText.duty.fixed}
        </a>
      ) : null}
      <div className="steps">
        {steps.map((step) => (
          <button
            key={step.name}
            type="button"
            className={step === next ? 'step is-next' : step.isDone ? 'step is-done' : 'step'}
            disabled={!step.isReady || sending.isSending}
            onClick={acts[step.name]}
          >
            {step.isDone ? `✓ ${step.doneLabel}` : step.label}
          </button>
        ))}
      </div>
    </>
  );
}

/** 已修复 stops the span from acceptance to repair, which is shown for danger only (C1). */
function isDanger(duty: Duty): boolean {
  return duty.urgency === 'U1' && duty.fixedAt === null && duty.abilities.includes(ability.fixed);
}

function stepsOf(duty: Duty) {
  const may = (word: string) => duty.abilities.includes(word);
  const isHandedIn = ['to-sign-off', 'submitted', 'done'].includes(duty.state);
  return [
    {
      name: 'sign',
      label: words.sign,
      doneLabel: words.signed,
      isDone: duty.state !== 'sent' && duty.state !== 'revoked',
      isReady: may(ability.sign),
    },
    {
      name: 'arrive',
      label: words.arrive,
      doneLabel: words.arrived,
      isDone: duty.arrivedAt !== null,
      isReady: may(ability.arrive) && duty.arrivedAt === null,
    },
    {
      name: 'finish',
      label: words.finish,
      doneLabel: words.finished,
      isDone: isHandedIn,
      isReady: may(ability.submit),
    },
  ] as const;
}
