import { citingKindLabel, regulationKindLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Facts } from '../../ui/facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Changes } from './changes-panel.tsx';
import { type Regulation, regulationQuery } from './regulations.queries.ts';
import { regulationsText as words } from './text.ts';

/** 一份文件: articles, the rules that cite it, and what changed. */
export function RegulationDetail({ code }: { code: string }) {
  const found = useQuery(regulationQuery(code));
  return (
    <Ask of={found}>
      {(regulation) => (
        <div className="stack">
          <About regulation={regulation} />
          <Changes regulation={regulation} />
          <Citing regulation={regulation} />
        </div>
      )}
    </Ask>
  );
}

function About({ regulation }: { regulation: Regulation }) {
  const { title, kind, docNo, issuer, inForceFrom, isSure, articles } = regulation;
  return (
    <Panel
      title={title}
      extra={isSure ? undefined : <span className="chip chip-wait">{words.unsure}</span>}
    >
      <Facts
        facts={[
          { label: words.facts.kind, value: regulationKindLabel[kind] },
          { label: words.facts.docNo, value: docNo === '' ? null : docNo },
          { label: words.facts.issuer, value: issuer },
          { label: words.facts.from, value: inForceFrom },
        ]}
      />
      <h3>{words.articles}</h3>
      {articles.length === 0 ? (
        <p className="soft">{words.noArticles}</p>
      ) : (
        <DataTable
          heads={words.articleHeads}
          rows={articles.map(({ article, gist, cited }) => ({
            key: article,
            cells: [article, gist, cited],
          }))}
        />
      )}
    </Panel>
  );
}

function Citing({ regulation: { citing, shownCap } }: { regulation: Regulation }) {
  return (
    <Panel title={words.citing}>
      {citing.length === 0 ? (
        <p className="soft">{words.noCiting}</p>
      ) : (
        <DataTable
          heads={words.citingHeads}
          rows={citing.map(({ kind, key, label, cites }) => ({
            key: `${kind}${key}${cites}`,
            cells: [label, citingKindLabel[kind], cites],
          }))}
        />
      )}
      {citing.length === shownCap && <p className="soft">{words.cap(shownCap)}</p>}
    </Panel>
  );
}
