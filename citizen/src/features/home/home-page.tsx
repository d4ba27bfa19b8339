import type { cityFacts } from '@minsheng/contract/city.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import type { Ask } from '../../shell/use-ask.ts';
import { EmergencyStrip, Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { homeText } from './text.ts';
import './home.css';

export function HomePage({ city }: { city: Ask<ReplyOf<typeof cityFacts>> }) {
  const facts = city.asked.state === 'answered' ? city.asked.value : null;
  return (
    <Page title={facts?.hotlineName ?? homeText.title}>
      <div className="home-mark">
        <span className="home-number">12345</span>
        <span className="home-city">{facts?.name ?? ' '}</span>
        <p>{homeText.lead}</p>
      </div>
      {facts?.demo ? <Notice kind="warn">{homeText.demo}</Notice> : null}
      {city.asked.state === 'failed' ? <Notice kind="bad">{city.asked.sentence}</Notice> : null}
      <nav className="home-doors">
        <a className="door is-primary" href="#/appeal">
          <b>{homeText.appeal}</b>
          <span>{homeText.appealHint}</span>
        </a>
        <a className="door" href="#/track">
          <b>{homeText.track}</b>
          <span>{homeText.trackHint}</span>
        </a>
        <a className="door" href="#/ledger">
          <b>{homeText.ledger}</b>
          <span>{homeText.ledgerHint}</span>
        </a>
        <a className="door" href="#/campaigns">
          <b>{homeText.campaigns}</b>
          <span>{homeText.campaignsHint}</span>
        </a>
        <a className="door" href="#/media">
          <b>{homeText.media}</b>
          <span>{homeText.mediaHint}</span>
        </a>
      </nav>
      <p className="home-call">
        <a href="tel:12345">{homeText.call}</a>
      </p>
      <EmergencyStrip />
    </Page>
  );
}
