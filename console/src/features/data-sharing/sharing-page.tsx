import { shareDirectionLabel, shareStateLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Input } from 'antd';
import { Field } from '../../ui/field.tsx';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { AskShare } from './ask-share.tsx';
import { OpenedShare } from './opened-share.tsx';
import { type Share, sharesQuery } from './sharing.queries.ts';
import { sharingText as words } from './text.ts';

const route = getRouteApi('/sharing');

/** 数据共享: what was agreed with whom, and what passed. */
export function SharingPage() {
  const { q = '', share } = route.useSearch();
  const navigate = route.useNavigate();
  const shares = useInfiniteQuery(sharesQuery(q));
  const first = shares.data?.pages[0];
  const mayAsk = first?.can.ask === true && first.peers.length > 0;
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.intro}</p>
      <div className="stack">
        <Panel title={words.list} extra={mayAsk ? <AskShare peers={first.peers} /> : undefined}>
          <Field label={words.search}>
            {(id) => (
              <Input
                id={id}
                allowClear
                maxLength={60}
                value={q}
                onChange={({ target }) => navigate({ search: { q: target.value }, replace: true })}
              />
            )}
          </Field>
          <KeysetList
            query={shares}
            label={words.list}
            keyOf={({ id }) => id}
            empty={first?.peers.length === 0 ? words.noPeers : words.none}
            unit={words.unit}
            render={(row) => (
              <ShareLine
                row={row}
                isOpen={row.id === share}
                onOpen={() => navigate({ search: { q, share: row.id } })}
              />
            )}
          />
        </Panel>
        {share !== undefined && <OpenedShare shareId={share} />}
      </div>
    </>
  );
}

interface ShareLineProps {
  row: Share;
  isOpen: boolean;
  onOpen: () => void;
}

function ShareLine({ row, isOpen, onOpen }: ShareLineProps) {
  const tone = row.state === 'active' ? 'good' : row.state.endsWith('turn') ? 'wait' : 'plain';
  return (
    <div className={`row${isOpen ? ' is-open' : ''}`}>
      <button type="button" className="row-main" aria-current={isOpen} onClick={onOpen}>
        <span className="row-title">{row.purpose}</span>
        <span className="row-tags">
          <span className={`chip chip-${tone}`}>{shareStateLabel[row.state]}</span> {row.peer.name}{' '}
          {shareDirectionLabel[row.direction]} {words.until(shortInstant(row.untilAt))}
        </span>
      </button>
    </div>
  );
}
