import {
  appealTypeLabel,
  channelLabel,
  orderStatusLabel,
  type SharedField,
  sensitiveFields,
  shareDirectionLabel,
  sharedFieldLabel,
  sharedFields,
  shareSideLabel,
  shareWayLabel,
  urgencyLabel,
} from '@minsheng/contract';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Facts } from '../../ui/facts.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { DecideShare } from './decide-share.tsx';
import { batchQuery, type OpenShare, type Share, shareQuery } from './sharing.queries.ts';
import { batchesText, sharingText as words } from './text.ts';

const route = getRouteApi('/sharing');

/** What a field is called; where they give, it bears their name. */
const labelOf = (field: string): string => {
  const known = sharedFields.find((each): each is SharedField => each === field);
  return known ? sharedFieldLabel[known] : field;
};

export function OpenedShare({ shareId }: { shareId: string }) {
  const opened = useInfiniteQuery(shareQuery(shareId));
  const { batch } = route.useSearch();
  return (
    <Ask of={opened}>
      {({ pages }) =>
        pages.slice(0, 1).map((found) => (
          <Fragment key={shareId}>
            <Panel title={found.share.purpose} extra={<DecideShare opened={found} />}>
              <ShareFacts share={found.share} />
            </Panel>
            <Batches batches={pages.flatMap((page) => page.batches)}>
              {opened.hasNextPage && (
                <Button loading={opened.isFetchingNextPage} onClick={() => opened.fetchNextPage()}>
                  {batchesText.more}
                </Button>
              )}
            </Batches>
            {batch !== undefined && <Batch batchId={batch} isOurs={isGivenByUs(found.share)} />}
          </Fragment>
        ))
      }
    </Ask>
  );
}

function ShareFacts({ share }: { share: Share }) {
  const { facts } = words;
  const at = (name: string | null, instant: string | null) =>
    instant === null ? null : words.by(name ?? '', shortInstant(instant));
  return (
    <Facts
      facts={[
        { label: facts.peer, value: share.peer.name },
        { label: facts.direction, value: shareDirectionLabel[share.direction] },
        { label: facts.side, value: shareSideLabel[share.askedBySide] },
        { label: facts.fields, value: share.fields.map(labelOf).join('、') },
        { label: facts.matter, value: share.matterName },
        { label: facts.until, value: shortInstant(share.untilAt) },
        { label: facts.asked, value: at(share.askedBy ?? share.peer.name, share.askedAt) },
        { label: facts.approved, value: at(share.approvedBy, share.approvedAt) },
        { label: facts.theirs, value: at(share.peer.name, share.theirsAt) },
        {
          label: facts.ended,
          value: share.endedAt && words.ended(share.endReason ?? '', shortInstant(share.endedAt)),
        },
        { label: facts.trouble, value: share.trouble },
      ]}
    />
  );
}

const isGivenByUs = ({ direction }: Share): boolean => direction === 'out';

function Batches({ batches, children }: { batches: OpenShare['batches']; children: ReactNode }) {
  const navigate = route.useNavigate();
  const cursor = (said: string) => (said === '' ? batchesText.begin : said);
  return (
    <Panel title={batchesText.title}>
      {batches.length === 0 ? (
        <p className="soft">{batchesText.none}</p>
      ) : (
        <DataTable
          heads={batchesText.heads}
          rows={batches.map((batch) => ({
            key: batch.id,
            cells: [
              shortInstant(batch.at),
              shareWayLabel[batch.way],
              batch.by,
              batch.orders,
              cursor(batch.fromCursor),
              cursor(batch.toCursor),
              <Button
                key="open"
                size="small"
                onClick={() => navigate({ search: (before) => ({ ...before, batch: batch.id }) })}
              >
                {batchesText.open}
              </Button>,
            ],
          }))}
        />
      )}
      {children}
    </Panel>
  );
}

function Batch({ batchId, isOurs }: { batchId: string; isOurs: boolean }) {
  const batch = useQuery(batchQuery(batchId));
  return (
    <Panel title={batchesText.opened}>
      <Ask of={batch}>
        {({ fields, rows, digest, emptiedAt }) => (
          <>
            {isOurs && <p className="soft">{batchesText.help}</p>}
            <p className="words soft gap-below">{batchesText.digest(digest)}</p>
            {rows.length === 0 ? (
              <p className="soft">
                {emptiedAt === null
                  ? batchesText.empty
                  : batchesText.emptied(shortInstant(emptiedAt))}
              </p>
            ) : (
              <DataTable
                heads={fields.map(labelOf)}
                rows={rows.map((row, no) => ({
                  key: String(no),
                  cells: fields.map((field) =>
                    isOurs ? ourCell(field, row[field]) : theirCell(row[field]),
                  ),
                }))}
              />
            )}
          </>
        )}
      </Ask>
    </Panel>
  );
}

type Cell = string | number | boolean | null | undefined;

const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  type: appealTypeLabel,
  urgency: urgencyLabel,
  channel: channelLabel,
  status: orderStatusLabel,
};
const instants = ['acceptedAt', 'dispatchedAt', 'dueAt', 'closedAt'];

/** Of our fields the codes are said in words, as they are here; what they give is shown as they gave it. */
const ourCell = (field: string, value: Cell): string => {
  if (value === null || value === undefined)
    return sensitiveFields.some((each) => each === field) ? batchesText.given : '';
  const code = String(value);
  return instants.includes(field) ? shortInstant(code) : (labels[field]?.[code] ?? code);
};

const theirCell = (value: Cell): string =>
  value === null || value === undefined ? '' : String(value);
