import {
  letterBoxes,
  letterKindLabel,
  letterStateLabel,
  receiptStateLabel,
} from '@minsheng/contract';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useMay } from '../../shell/session.ts';
import { BoxedPage } from '../../ui/boxed-page.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { FormAbout } from '../../ui/form-about.tsx';
import { shortInstant } from '../../ui/format.ts';
import type { LineWords } from '../../ui/list-line.tsx';
import { DraftLetter } from './draft-letter.tsx';
import { DraftOfWarning } from './draft-of-warning.tsx';
import { LetterDetail } from './letter-detail.tsx';
import './letters.css';
import { type LetterRow, lettersQuery } from './letters.queries.ts';
import { lettersText } from './text.ts';

const route = getRouteApi('/letters');

const lineOf = (row: LetterRow): LineWords => ({
  title: row.title,
  tags: (
    <>
      <span className="chip chip-plain">{letterKindLabel[row.kind]}</span>
      <span className="chip chip-plain">
        {row.own ? receiptStateLabel[row.own] : letterStateLabel[row.state]}
      </span>
      {row.isUnsignedLate && <span className="chip chip-alarm">{lettersText.unsignedLate}</span>}
      {row.isLate && <span className="chip chip-alarm">{lettersText.late}</span>}
    </>
  ),
  meta: [
    row.letterNo ?? lettersText.noNumber,
    row.sentAt === null ? null : lettersText.progress(row.units, row.signed, row.over),
    row.dueAt === null ? null : lettersText.due(shortInstant(row.dueAt)),
  ],
});

/** 公文函件: what the hotline writes to units, and what they answer. */
export function LettersPage() {
  const may = useMay();
  const mayWrite = may('letters.write');
  const { tab = mayWrite ? 'open' : 'received', letter, order, issue, warning } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (next?: string) => navigate({ search: { tab, letter: next } });
  const drafted = (next: string) => navigate({ search: { tab: 'open', letter: next } });
  const list = useInfiniteQuery(lettersQuery(tab));
  const unsigned = list.data?.pages[0]?.unsigned ?? 0;
  return (
    <BoxedPage
      text={lettersText}
      box={tab}
      onBox={(next) => navigate({ search: { tab: next } })}
      tabs={letterBoxes
        .filter((box) => box !== 'received' || !mayWrite)
        .map((name) => ({ name, label: lettersText.tab[name], count: null }))}
      acts={
        <>
          {mayWrite && (
            <FormAbout
              key={order ?? issue ?? ''}
              label={lettersText.draft.button}
              named={{ order, issue }}
              onClose={() => choose()}
              onDone={drafted}
              form={(given) => <DraftLetter {...given} corrects={null} />}
            />
          )}
          {may('orders.export') && (
            <ExportButton path="/letters/export" of={{ box: tab }} name={lettersText.register} />
          )}
        </>
      }
      notice={
        <>
          {mayWrite && warning !== undefined && (
            <DraftOfWarning
              key={warning}
              warningId={warning}
              onClose={() => choose()}
              onDone={drafted}
            />
          )}
          {unsigned > 0 && (
            <Alert
              className="gap-below"
              type="warning"
              showIcon
              title={lettersText.unsigned(unsigned)}
            />
          )}
        </>
      }
      list={list}
      line={lineOf}
      open={letter}
      onOpen={choose}
      detail={(id) => <LetterDetail key={id} letterId={id} onShow={choose} />}
    />
  );
}
