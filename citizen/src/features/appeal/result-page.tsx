import { useState } from 'react';
import { goTo } from '../../shell/hash-path.ts';
import { copyText } from '../../ui/copy-text.ts';
import { EmergencyStrip, Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { trackedAppeal } from '../../ui/tracked-appeal.ts';
import { type SentAppeal, sentAppeal } from './draft.ts';
import { appealText } from './text.ts';
import './appeal.css';

const words = appealText.result;

/** 受理凭证: number and query code are all an unnamed person has; the page says so loudly. */
export function ResultPage() {
  const [sent] = useState(() => sentAppeal.read());
  const [copied, setCopied] = useState<boolean | null>(null);
  if (!sent) {
    return (
      <Page title={appealText.title} back={{ href: '#/', label: appealText.home }}>
        <p>{words.none}</p>
      </Page>
    );
  }
  const copy = async () => setCopied(await copyText(words.copyWords(sent.orderNo, sent.queryCode)));
  return (
    <Page title={words.title}>
      {sent.isEmergency ? <Notice kind="warn">{sent.promise}</Notice> : null}
      {sent.isEmergency ? <EmergencyStrip /> : null}
      <section className="card receipt">
        <dl>
          <dt>{words.orderNo}</dt>
          <dd className="receipt-number">{sent.orderNo}</dd>
          <dt>{words.queryCode}</dt>
          <dd className="receipt-code">{sent.queryCode}</dd>
        </dl>
        <p className="receipt-keep">{words.keep}</p>
        <button type="button" className="button is-wide" onClick={() => void copy()}>
          {copied ? words.copied : words.copy}
        </button>
        {copied === false ? <Notice kind="info">{words.copyFailed}</Notice> : null}
      </section>
      {sent.isEmergency ? null : (
        <section className="card">
          <h2>{words.promise}</h2>
          <p>{sent.promise}</p>
        </section>
      )}
      <button type="button" className="button is-primary is-wide" onClick={() => follow(sent)}>
        {words.track}
      </button>
      <button type="button" className="button is-wide" onClick={leave}>
        {words.home}
      </button>
    </Page>
  );
}

function follow(sent: SentAppeal): void {
  trackedAppeal.write({ orderNo: sent.orderNo, code: sent.queryCode });
  goTo('track');
}

function leave(): void {
  sentAppeal.drop();
  goTo('');
}
