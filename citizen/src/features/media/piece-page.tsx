import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { useAsk } from '../../shell/use-ask.ts';
import { Answer } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { dayOf } from './media-page.tsx';
import { mediaText as words } from './text.ts';
import './media.css';

/** 一篇报道: its words, its corrections, and how far what it tells of has come. */
export function PiecePage({ no }: { no: number }) {
  const ask = useAsk(`piece ${no}`, () => call(operations.publicPiece, { no }));
  return (
    <Page title={words.title} back={{ href: '#/media', label: words.back }}>
      <Answer ask={ask}>
        {({ title, words: said, publishedAt, corrections, withdrawn, clipUrl, orders, solved }) => (
          <section className="card">
            <h2>{withdrawn ? words.gone(no) : title}</h2>
            <p className="hint">{dayOf(publishedAt)}</p>
            {withdrawn ? <p>{words.withdrawn(dayOf(withdrawn.at), withdrawn.reason)}</p> : null}
            {corrections.map(({ at, reason }) => (
              <p key={at}>
                <b>{words.corrected(dayOf(at), reason)}</b>
              </p>
            ))}
            <p className="lines">{said}</p>
            {clipUrl ? (
              <p>
                <a href={clipUrl} rel="noreferrer">
                  {words.clip}
                </a>
              </p>
            ) : null}
            {orders > 0 && !withdrawn ? <p>{words.results(orders, solved)}</p> : null}
          </section>
        )}
      </Answer>
    </Page>
  );
}
