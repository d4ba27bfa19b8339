import type { ReactNode } from 'react';
import { shellText } from '../shell/text.ts';
import type { Ask } from '../shell/use-ask.ts';
import './notice.css';

interface Props {
  kind: 'info' | 'warn' | 'bad' | 'good';
  children: ReactNode;
}

/** A sentence that must be noticed; bad news is read out at once. */
export function Notice({ kind, children }: Props) {
  return (
    <div className={`notice is-${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      {children}
    </div>
  );
}

export function Busy() {
  return (
    <p className="busy" role="status">
      {shellText.loading}
    </p>
  );
}

/** Shows what was asked for, the wait for it, or the refusal with a way to try again. */
export function Answer<T>({ ask, children }: { ask: Ask<T>; children: (value: T) => ReactNode }) {
  switch (ask.asked.state) {
    case 'asking':
      return <Busy />;
    case 'failed':
      return (
        <>
          <Notice kind="bad">{ask.asked.sentence}</Notice>
          <button type="button" className="button" onClick={ask.again}>
            {shellText.again}
          </button>
        </>
      );
    case 'answered':
      return (
        <>
          {ask.trouble ? <Notice kind="warn">{shellText.stale(ask.trouble)}</Notice> : null}
          {children(ask.asked.value)}
        </>
      );
    default:
      return ask.asked satisfies never;
  }
}

/** 紧急情况: a web page is too slow for danger to life. */
export function EmergencyStrip() {
  return (
    <p className="emergency">
      <span>{shellText.emergencyLead} </span>
      {shellText.emergencyNumbers.map((number) => (
        <a key={number} href={`tel:${number}`}>
          {number}
        </a>
      ))}
    </p>
  );
}
