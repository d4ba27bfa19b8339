import type { publicPieces } from '@minsheng/contract/public/media.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { pieceKindLabel } from '@minsheng/contract/words/media.ts';
import { useState } from 'react';
import { call } from '../../shell/call.ts';
import { dayWords, momentWords, stampWords } from '../../shell/clock.ts';
import { operations } from '../../shell/operations.ts';
import { useAsk } from '../../shell/use-ask.ts';
import { Answer } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { mediaText as words } from './text.ts';

type List = ReplyOf<typeof publicPieces>;
type Row = List['rows'][number];

export const dayOf = (at: string): string => dayWords(stampWords(at).slice(0, 10));

/** 民生报道与问答: what three people signed; corrections and withdrawals stay visible. */
export function MediaPage() {
  return (
    <Page title={words.title} back={{ href: '#/', label: words.home }}>
      <p>{words.lead}</p>
      <Pieces cursor={null} />
      <p className="hint">
        {words.feeds} <a href="/api/public/media/rss.xml">RSS</a>{' '}
        <a href="/api/public/media/feed.json">JSON</a>
      </p>
    </Page>
  );
}

/** One page of the list, and behind its button the next. */
function Pieces({ cursor }: { cursor: string | null }) {
  const [isMoreAsked, askMore] = useState(false);
  const ask = useAsk(`media ${cursor ?? ''}`, () =>
    call(operations.publicPieces, cursor === null ? {} : { cursor }),
  );
  return (
    <Answer ask={ask}>
      {({ rows, next, days }) => (
        <>
          {cursor === null ? <Days days={days} /> : null}
          {rows.length === 0 && cursor === null ? <p>{words.none}</p> : null}
          {rows.map((row) => (
            <OnePiece key={row.no} row={row} />
          ))}
          {next !== null && !isMoreAsked ? (
            <button type="button" className="button is-wide" onClick={() => askMore(true)}>
              {words.more}
            </button>
          ) : null}
          {next !== null && isMoreAsked ? <Pieces cursor={next} /> : null}
        </>
      )}
    </Answer>
  );
}

function Days({ days }: Pick<List, 'days'>) {
  if (days.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.days}</h2>
      {days.map(({ leader, unit, startsAt, theme }) => (
        <p key={`${startsAt} ${leader}`}>
          {words.day(momentWords(startsAt), leader, unit)} {theme}
        </p>
      ))}
    </section>
  );
}

function OnePiece({ row: { no, kind, title, publishedAt, corrections, withdrawn } }: { row: Row }) {
  return (
    <section className="card">
      <h2>{withdrawn ? words.gone(no) : <a href={`#/media/${no}`}>{title}</a>}</h2>
      <p className="hint">
        {pieceKindLabel[kind]} {dayOf(publishedAt)} {corrections.length > 0 && words.isCorrected}
      </p>
      {withdrawn ? <p>{words.withdrawn(dayOf(withdrawn.at), withdrawn.reason)}</p> : null}
    </section>
  );
}
