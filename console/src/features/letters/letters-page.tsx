import { letterKindLabel, letterStateLabel, letters, receiptStateLabel } from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useMe } from '../../shell/session.ts';
import { DeskTabs } from '../../ui/desk-tabs.tsx';
import { shortInstant } from '../../ui/format.ts';
import { KeysetList } from '../../ui/keyset-list.tsx';
import { SplitPage } from '../../ui/split-page.tsx';
import { DraftLetter } from './draft-letter.tsx';
import { LetterDetail } from './letter-detail.tsx';
import './letters.css';
import { type LetterBox, type LetterRow, lettersQuery } from './letters.queries.ts';
import { lettersText } from './text.ts';

const route = getRouteApi('/letters');
const { letterBoxes } = letters;

interface LineProps {
  row: LetterRow;
  isOpen: boolean;
  onOpen: () => void;
}

function Line({ row, isOpen, onOpen }: LineProps) {
  const isSent = row.sentAt !== null;
  return (
    <div className={`row${isOpen ? ' is-open' : ''}`}>
      <button type="button" className="row-main" aria-pressed={isOpen} onClick={onOpen}>
        <span className="row-title">{row.title}</span>
        <span className="row-tags">
          <span className="chip">{letterKindLabel[row.kind]}</span>
          <span className="chip">
            {row.own ? receiptStateLabel[row.own] : letterStateLabel[row.state]}
          </span>
          {row.isLate && <span className="chip chip-alarm">{lettersText.late}</span>}
        </span>
        <span className="row-meta">
          {[
            row.letterNo ?? lettersText.noNumber,
            isSent ? lettersText.progress(row.units, row.signed, row.over) : '',
            row.dueAt === null ? '' : lettersText.due(shortInstant(row.dueAt)),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </button>
    </div>
  );
}

interface ListProps {
  box: LetterBox;
  open: string | undefined;
  choose: (letterId: string) => void;
}

function List({ box, open, choose }: ListProps) {
  const list = useInfiniteQuery(lettersQuery(box));
  const unsigned = list.data?.pages[0]?.unsigned ?? 0;
  return (
    <>
      {unsigned > 0 && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          title={lettersText.unsigned(unsigned)}
        />
      )}
      <KeysetList
        query={list}
        label={lettersText.listLabel}
        keyOf={({ id }) => id}
        empty={lettersText.empty[box]}
        unit={lettersText.unit}
        render={(row) => <Line row={row} isOpen={row.id === open} onOpen={() => choose(row.id)} />}
      />
    </>
  );
}

/** 公文函件: what the hotline writes to units, and what they answer. */
export function LettersPage() {
  const mayWrite = useMe().account.permissions.includes('letters.write');
  const { tab = mayWrite ? 'open' : 'received', letter, order } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next?: string) =>
    navigate({ search: next === undefined ? { tab } : { tab, letter: next } });
  const boxes = letterBoxes.filter((box) => box !== 'received' || !mayWrite);
  return (
    <>
      <div className="page-title">
        <h1>{lettersText.title}</h1>
      </div>
      <p className="gap-below soft">{lettersText.help}</p>
      {mayWrite && (
        <p className="gap-below">
          <DraftLetter
            key={order ?? ''}
            orderId={order}
            corrects={null}
            onClose={() => choose()}
            onDrafted={(next) => navigate({ search: { tab: 'open', letter: next } })}
          />
        </p>
      )}
      <DeskTabs
        label={lettersText.tabs}
        open={tab}
        onOpen={(next) => navigate({ search: { tab: next } })}
        tabs={boxes.map((name) => ({ name, label: lettersText.tab[name], count: null }))}
      />
      <SplitPage
        onBack={() => choose()}
        list={<List key={tab} box={tab} open={letter} choose={choose} />}
        detail={
          letter === undefined ? null : (
            <LetterDetail key={letter} letterId={letter} onShow={choose} />
          )
        }
      />
    </>
  );
}
