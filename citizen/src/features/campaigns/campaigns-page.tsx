import type { publicCampaigns } from '@minsheng/contract/public/campaigns.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { call } from '../../shell/call.ts';
import { dayWords } from '../../shell/clock.ts';
import { operations } from '../../shell/operations.ts';
import { useAsk } from '../../shell/use-ask.ts';
import { Answer } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { campaignsText as words } from './text.ts';

type Campaign = ReplyOf<typeof publicCampaigns>['rows'][number];

/** 专题治理进展: anybody may read it; only words a person signed, and numbers. */
export function CampaignsPage() {
  const ask = useAsk('campaigns', () => call(operations.publicCampaigns, {}));
  return (
    <Page title={words.title} back={{ href: '#/', label: words.home }}>
      <p>{words.lead}</p>
      <Answer ask={ask}>
        {({ rows }) => (
          <>
            {rows.length === 0 ? <p>{words.none}</p> : null}
            {rows.map((row) => (
              <OneCampaign key={`${row.year} ${row.quarter} ${row.title}`} row={row} />
            ))}
          </>
        )}
      </Answer>
    </Page>
  );
}

function OneCampaign({ row }: { row: Campaign }) {
  return (
    <section className="card">
      <h2>{row.title}</h2>
      <p className="hint">
        {words.season(row.year, row.quarter)} {row.isOver ? words.over : words.running}
      </p>
      <p>{row.words}</p>
      {row.problems > 0 ? (
        <p>
          <b>{words.counts(row.problems, row.rectified, row.open)}</b>
        </p>
      ) : null}
      {row.progress.map(({ title, words: said, isRectified, since }) => (
        <div key={`${title} ${since}`}>
          <h3>
            {title} <small>{isRectified ? words.rectified : words.open}</small>
          </h3>
          <p>{said}</p>
          <p className="hint">{words.since(dayWords(since))}</p>
        </div>
      ))}
    </section>
  );
}
