import { siteSourceLabel, talkKindLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FileGrid } from '../../ui/file-grid.tsx';
import { fullInstant, shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { type Site, siteQuery } from './ledgers.queries.ts';
import { SiteActs } from './site-acts.tsx';
import { Untie } from './site-lead-acts.tsx';
import { ledgersText, siteEvents, siteText as words } from './text.ts';

interface Props {
  siteId: string;
  onBack: (ledgerId: string) => void;
}

/** 一个点位: where it stands, what was done and said, and who told of it. */
export function SiteDetail({ siteId, onBack }: Props) {
  const site = useQuery(siteQuery(siteId));
  return (
    <Ask of={site}>
      {(found) => (
        <div className="stack">
          <Button className="no-print" onClick={() => onBack(found.ledger.id)}>
            {ledgersText.back}:{found.ledger.name}
          </Button>
          <Head site={found} />
          <Moves site={found} />
          <Talks site={found} />
          <Linked site={found} />
          <History site={found} />
        </div>
      )}
    </Ask>
  );
}

function Head({ site }: { site: Site }) {
  return (
    <Panel
      title={`${ledgersText.no(site.no)} ${site.address}`}
      extra={
        <>
          <span className="chip chip-plain">{site.stateName}</span>
          {site.isLate && <span className="chip chip-alarm">{ledgersText.lateTag}</span>}
        </>
      }
    >
      <SiteActs site={site} />
      <Facts facts={factsOf(site)} />
    </Panel>
  );
}

function factsOf(site: Site) {
  const { facts } = words;
  const { point, writtenOff } = site;
  return [
    { label: facts.area, value: site.areaName },
    { label: facts.building, value: site.building },
    { label: facts.kind, value: site.kind },
    { label: facts.size, value: site.sizeM2 },
    { label: facts.legal, value: site.legalState },
    { label: facts.measure, value: site.measure },
    { label: facts.unit, value: site.unit.name },
    { label: facts.plan, value: site.planOn },
    { label: facts.source, value: siteSourceLabel[site.source] },
    { label: facts.contact, value: site.hasContact ? words.hasContact : words.noContact },
    { label: facts.point, value: point && `${point.lng}, ${point.lat}` },
    {
      label: facts.writtenOff,
      value:
        writtenOff &&
        `${writtenOff.reason}(${words.by(writtenOff.by, null, shortInstant(writtenOff.at))})`,
    },
  ];
}

function Moves({ site: { moves } }: { site: Site }) {
  return (
    <Panel title={words.moves}>
      {moves.length === 0 && <p className="soft">{words.noMoves}</p>}
      {moves.map((move) => (
        <section key={move.at + move.toName}>
          <h3>{words.moveOf(move.fromName, move.toName)}</h3>
          <p className="words">{move.words}</p>
          {move.files.length > 0 && <FileGrid files={move.files} />}
          <p className="soft">{words.by(move.by, move.unitName, fullInstant(move.at))}</p>
        </section>
      ))}
    </Panel>
  );
}

function Talks({ site: { talks } }: { site: Site }) {
  return (
    <Panel title={words.talks}>
      {talks.length === 0 && <p className="soft">{words.noTalks}</p>}
      {talks.map((talk) => (
        <section key={talk.at + talk.said}>
          <h3>
            {talk.on} {talkKindLabel[talk.kind]} · {talk.who}
          </h3>
          <p className="words">{talk.said}</p>
          {talk.next !== '' && <p>{words.next(talk.next)}</p>}
          <p className="soft">{words.by(talk.by, null, fullInstant(talk.at))}</p>
        </section>
      ))}
    </Panel>
  );
}

function Linked({ site }: { site: Site }) {
  return (
    <Panel title={words.linked}>
      {site.linked.length === 0 && <p className="soft">{words.noLinked}</p>}
      <ul className="plain-list">
        {site.linked.map(({ orderId, orderNo, fromAt, toAt, toldAt }) => (
          <li key={orderId + fromAt}>
            {orderNo === null ? (
              words.hiddenOrder
            ) : (
              <Link to="/orders/$orderId" params={{ orderId }}>
                {orderNo}
              </Link>
            )}{' '}
            <span className="soft">
              {toldAt !== null && words.told(shortInstant(toldAt))}
              {toAt !== null && words.untied(shortInstant(toAt))}
            </span>{' '}
            {site.can.lead && toAt === null && <Untie siteId={site.id} orderId={orderId} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function History({ site }: { site: Site }) {
  return (
    <Panel title={words.history}>
      <ol className="plain-list">
        {site.history.map((one) => (
          <li key={`${one.at} ${one.type}`}>
            <span className="soft">{fullInstant(one.at)}</span> {siteEvents[one.type] ?? ''} ·{' '}
            {one.by}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
