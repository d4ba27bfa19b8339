import {
  conduct,
  conductGradeLabel,
  conductGroundLabel,
  conductMeasureLabel,
  conductStateLabel,
  letterStateLabel,
  type ReplyOf,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { EarlierOrders } from '../../ui/conduct/earlier-orders.tsx';
import { conductText } from '../../ui/conduct/text.ts';
import { Facts } from '../../ui/facts.tsx';
import { fullInstant } from '../../ui/format.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { markQuery } from './conduct.queries.ts';

type Mark = ReplyOf<typeof conduct.readMark>['mark'];

const stale = ['conduct'];

function Decide({ markId, granted }: { markId: string; granted: boolean }) {
  const act = useAct(conduct.decideMark, {
    done: granted ? conductText.granted : conductText.refused,
    stale,
    quiet: true,
  });
  return (
    <ReasonButton
      label={granted ? conductText.grant : conductText.refuse}
      fieldLabel={conductText.reason}
      needed
      least={4}
      primary={granted}
      act={act}
      input={(words) => ({ markId, granted, words })}
    />
  );
}

function Review({ markId, lifted }: { markId: string; lifted: boolean }) {
  const act = useAct(conduct.reviewMark, {
    done: lifted ? conductText.lifted : conductText.kept,
    stale,
    quiet: true,
  });
  return (
    <ReasonButton
      label={lifted ? conductText.lift : conductText.keep}
      fieldLabel={conductText.reason}
      needed
      least={4}
      primary={lifted}
      act={act}
      input={(words) => ({ markId, lifted, words })}
    />
  );
}

function AskReview({ markId }: { markId: string }) {
  const act = useAct(conduct.askMarkReview, { done: conductText.reviewAsked, stale, quiet: true });
  return (
    <ReasonButton
      label={conductText.askReview}
      fieldLabel={conductText.reason}
      needed
      least={4}
      act={act}
      input={(words) => ({ markId, words })}
    />
  );
}

/** Read when it is asked for: it costs a look at every order of the number. */
function Earlier({ markId }: { markId: string }) {
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...markQuery(markId), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{conductText.look}</summary>
      {data !== undefined && <EarlierOrders earlier={data.earlier} />}
    </details>
  );
}

export function MarkItem({ mark }: { mark: Mark }) {
  const able = (ability: Mark['abilities'][number]) => mark.abilities.includes(ability);
  const { review } = mark;
  return (
    <article className="panel">
      <p className="row-tags">
        <strong>{conductGradeLabel[mark.grade]}</strong>
        <span>{conductMeasureLabel[mark.measure]}</span>
        <span className={`chip ${mark.state === 'asked' ? 'chip-wait' : 'chip-plain'}`}>
          {conductStateLabel[mark.state]}
        </span>
      </p>
      <Facts
        facts={[
          { label: conductText.grounds, value: conductGroundLabel[mark.grounds] },
          { label: conductText.said, value: mark.words },
          { label: conductText.why, value: mark.why },
          {
            label: conductText.until,
            value: mark.untilAt === null ? null : fullInstant(mark.untilAt),
          },
          { label: conductText.review, value: review?.words ?? null },
          { label: conductText.reviewWhy, value: review?.why ?? null },
        ]}
      />
      <p className="soft">
        {conductText.askedBy(mark.askedBy, fullInstant(mark.askedAt))}
        {mark.decidedBy !== null &&
          mark.decidedAt !== null &&
          ` · ${conductText.decidedBy(mark.decidedBy, fullInstant(mark.decidedAt))}`}
      </p>
      {mark.letter !== null && (
        <p>
          <Link to="/letters" search={{ letter: mark.letter.letterId }}>
            {conductText.letter(mark.letter.no)}
          </Link>{' '}
          <span className="chip chip-plain">{letterStateLabel[mark.letter.state]}</span>
        </p>
      )}
      <Earlier markId={mark.id} />
      <p className="inline">
        {able('decide') && <Decide markId={mark.id} granted />}
        {able('decide') && <Decide markId={mark.id} granted={false} />}
        {able('review') && <Review markId={mark.id} lifted />}
        {able('review') && <Review markId={mark.id} lifted={false} />}
        {able('ask-review') && <AskReview markId={mark.id} />}
      </p>
    </article>
  );
}
