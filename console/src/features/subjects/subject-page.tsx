import { clueResultLabel, clueStateLabel, orderStatusLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import './subjects.css';
import { type WholeSubject, wholeSubjectQuery } from './subjects.queries.ts';
import { subjectsText as words } from './text.ts';

const route = getRouteApi('/subjects');

/** 对象档案: a shop or company in one place, each part shown to whom it is for. */
export function SubjectPage() {
  const { name } = route.useSearch();
  return (
    <>
      <div className="page-title">
        <h1>{name ?? words.title}</h1>
      </div>
      {name === undefined ? <EmptyState words={words.none} /> : <Whole name={name} />}
    </>
  );
}

function Whole({ name }: { name: string }) {
  const found = useQuery(wholeSubjectQuery(name));
  return (
    <Ask of={found}>
      {({ mechanisms, clues, sites, shownCap, clueCap, siteCap }) => (
        <div className="stack">
          <p className="soft">{words.intro}</p>
          {mechanisms?.length === 0 && (
            <Panel title={words.mechanisms}>
              <p className="soft">{words.noOrders}</p>
            </Panel>
          )}
          {mechanisms?.map((part) => (
            <OfMechanism key={part.code} part={part} cap={shownCap} />
          ))}
          {clues && <Clues clues={clues} cap={clueCap} />}
          {mechanisms && sites && <Sites sites={sites} cap={siteCap} />}
        </div>
      )}
    </Ask>
  );
}

type Mechanism = NonNullable<WholeSubject['mechanisms']>[number];

function OfMechanism({ part, cap }: { part: Mechanism; cap: number }) {
  const { code, name, orders, open, counted, isCut, hidden, rows } = part;
  return (
    <Panel
      title={name}
      extra={<span className="soft">{words.mechanismIntro(orders, open, counted)}</span>}
    >
      {rows.length > 0 && (
        <DataTable
          heads={words.heads}
          rows={rows.map(({ order, labels, values, isOnJointList, counts }) => ({
            key: order.id,
            cells: [
              <Link key="o" to="/orders/$orderId" params={{ orderId: order.id }}>
                {order.orderNo} {order.title}
              </Link>,
              orderStatusLabel[order.status],
              labels.join('、'),
              <span key="v" className="subject-facts">
                {values.map(({ label, value }) => `${label}:${value}`).join(';')}
              </span>,
              <Marks key="m" code={code} isOnJointList={isOnJointList} counts={counts} />,
            ],
          }))}
        />
      )}
      {isCut && <p className="soft">{words.isCut(cap)}</p>}
      {hidden > 0 && <p className="soft">{words.hidden(hidden)}</p>}
    </Panel>
  );
}

interface MarksProps {
  code: string;
  isOnJointList: boolean;
  counts: boolean | null;
}

function Marks({ code, isOnJointList, counts }: MarksProps) {
  return (
    <span className="inline">
      {counts && <span className="chip chip-plain">{words.counts}</span>}
      {isOnJointList && (
        <Link to="/mechanisms" search={{ code, tab: 'joint' }}>
          {words.onJoint}
        </Link>
      )}
    </span>
  );
}

function Clues({ clues, cap }: { clues: NonNullable<WholeSubject['clues']>; cap: number }) {
  return (
    <Panel title={words.clues}>
      {clues.length === 0 && <p className="soft">{words.noClues}</p>}
      {clues.map((subject) => (
        <section key={subject.id} className="gap-below">
          <h3>
            {subject.name}{' '}
            {subject.contests > 0 && (
              <span className="chip chip-alarm">{words.contests(subject.contests)}</span>
            )}
          </h3>
          <p>
            {words.clueSums(subject.areaName, subject.verified, subject.open, subject.notTrue)}{' '}
            <Link to="/clues" search={{ part: 'subjects', subject: subject.id }}>
              {words.toRecord}
            </Link>
          </p>
          <DataTable
            caption={subject.name}
            heads={words.clueHeads}
            rows={subject.clues.map((clue) => ({
              key: clue.id,
              cells: [
                <Link key="c" to="/clues" search={{ tab: 'all', clue: clue.id }}>
                  {clue.no}
                </Link>,
                clue.kindName,
                clue.markedOn,
                clue.result === null ? clueStateLabel[clue.state] : clueResultLabel[clue.result],
                clue.counts ? words.yes : words.no,
              ],
            }))}
          />
          {subject.clues.length >= cap && <p className="soft">{words.cluesCut(cap)}</p>}
        </section>
      ))}
    </Panel>
  );
}

function Sites({ sites, cap }: { sites: NonNullable<WholeSubject['sites']>; cap: number }) {
  return (
    <Panel title={words.sites}>
      {sites.length === 0 && <p className="soft">{words.noSites}</p>}
      {sites.length > 0 && (
        <DataTable
          heads={words.siteHeads}
          rows={sites.map((site) => ({
            key: site.siteId,
            cells: [
              site.ledgerName,
              <Link key="s" to="/ledgers" search={{ ledger: site.ledgerId, site: site.siteId }}>
                {words.site(site.no)}
              </Link>,
              site.address,
              site.stateName,
            ],
          }))}
        />
      )}
      {sites.length >= cap && <p className="soft">{words.sitesCut(cap)}</p>}
    </Panel>
  );
}
