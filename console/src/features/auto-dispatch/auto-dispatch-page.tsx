import { autoChangeLabel, autoDispatch, heldReasonLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import './auto-dispatch.css';
import { type AutoPage, autoPageQuery } from './auto-dispatch.queries.ts';
import { ChangeBar } from './change-forms.tsx';
import { MattersPanel } from './matters-panel.tsx';
import { autoText, percent } from './text.ts';
import { WeeksPanel } from './weeks-panel.tsx';

function SwitchButton({ page }: { page: AutoPage }) {
  const { isOn, barPermille, can } = page;
  const act = useAct(autoDispatch.setSwitch, {
    done: isOn ? autoText.turnedOff : autoText.turnedOn,
    stale: ['auto-dispatch'],
    quiet: true,
  });
  if (isOn ? !can.stop : !can.start) return null;
  return (
    <ReasonButton
      label={isOn ? autoText.turnOff : autoText.turnOn}
      help={isOn ? autoText.turnOffHelp : autoText.turnOnHelp(percent(barPermille))}
      needed
      danger={isOn}
      primary={!isOn}
      act={act}
      input={(reason) => ({ isOn: !isOn, reason })}
    />
  );
}

function Switch({ page }: { page: AutoPage }) {
  const { isOn, barPermille, surePermille, matters, window, controlOneIn, can } = page;
  const fit = matters.filter(({ against }) => against.length === 0).length;
  return (
    <Panel
      title={autoText.title}
      extra={
        <>
          {can.stop && <ChangeBar page={page} />}
          <SwitchButton page={page} />
        </>
      }
    >
      <p className="auto-state" role="status">
        <span className={`chip ${isOn ? 'chip-good' : 'chip-wait'}`}>
          {isOn ? autoText.on : autoText.off}
        </span>{' '}
        {isOn ? autoText.onHelp : autoText.offHelp}
      </p>
      <p>{fit === 0 ? autoText.nobodyYet(window) : autoText.some(fit)}</p>
      <p>
        {autoText.barFacts(percent(barPermille), percent(surePermille))}。
        {autoText.control(controlOneIn)}
      </p>
      <p className="soft">{autoText.never}</p>
    </Panel>
  );
}

function Held({ page }: { page: AutoPage }) {
  return (
    <Panel title={autoText.held}>
      {page.held.length === 0 && <p className="soft">{autoText.noHeld}</p>}
      <ul className="auto-held">
        {page.held.map(({ reason, count }) => (
          <li key={reason}>
            <Link
              to="/search"
              search={{
                auto: 'held',
                autoHeld: reason,
                autoFrom: page.since,
                autoTo: page.today,
              }}
            >
              <span>{heldReasonLabel[reason]}</span> <b>{autoText.count(count)}</b>
            </Link>
          </li>
        ))}
      </ul>
      <p className="soft formula">{autoText.heldHelp}</p>
    </Panel>
  );
}

function Changes({ page }: { page: AutoPage }) {
  return (
    <Panel title={autoText.changes}>
      {page.changes.length === 0 && <p className="soft">{autoText.noChanges}</p>}
      <ul className="plain-list">
        {page.changes.map(({ at, by, what, matterName, before, after, reason }) => (
          <li key={`${at} ${what} ${matterName ?? ''}`}>
            <span className="soft">
              {shortInstant(at)} {by}
            </span>{' '}
            {matterName ?? autoChangeLabel[what]}:{autoText.changeWords(before, after)}{' '}
            <span className="soft">{reason}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** 自动派单: whether it runs, how right it is, and what it leaves to persons. */
export function AutoDispatchPage() {
  const page = useQuery(autoPageQuery);
  return (
    <>
      <div className="page-title">
        <h1>{autoText.title}</h1>
      </div>
      <p className="soft gap-below auto-intro">{autoText.intro}</p>
      <Ask of={page}>
        {(found) => (
          <div className="stack">
            <Switch page={found} />
            <WeeksPanel page={found} />
            <MattersPanel page={found} />
            <div className="auto-pair">
              <Held page={found} />
              <Changes page={found} />
            </div>
            <p className="soft">{autoText.today}</p>
          </div>
        )}
      </Ask>
    </>
  );
}
