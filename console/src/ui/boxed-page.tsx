import type { ReactNode } from 'react';
import { type DeskTab, DeskTabs } from './desk-tabs.tsx';
import { KeysetList, type KeysetQuery } from './keyset-list.tsx';
import { type LineWords, ListLine } from './list-line.tsx';
import { SplitPage } from './split-page.tsx';

interface BoxedPageProps<Row, Box extends string> {
  text: {
    title: string;
    help: string;
    tabs: string;
    listLabel: string;
    unit: string;
    empty: Readonly<Record<Box, string>>;
  };
  tabs: readonly DeskTab<Box>[];
  box: Box;
  onBox: (box: Box) => void;
  /** Buttons above the list. */
  acts: ReactNode;
  /** What is to be known before the rows. */
  notice?: ReactNode;
  list: KeysetQuery<Row>;
  line: (row: Row) => LineWords;
  /** The row shown beside the list. */
  open: string | undefined;
  onOpen: (id: string | undefined) => void;
  detail: (id: string) => ReactNode;
}

/** Things in boxes, one of them open: tasks, meetings, visits, letters. */
export function BoxedPage<Row extends { id: string }, Box extends string>(
  props: BoxedPageProps<Row, Box>,
) {
  const { text, box, open, onOpen } = props;
  return (
    <>
      <div className="page-title">
        <h1>{text.title}</h1>
      </div>
      <p className="gap-below soft no-print">{text.help}</p>
      <div className="inline gap-below no-print">{props.acts}</div>
      <DeskTabs
        label={text.tabs}
        open={box}
        onOpen={props.onBox}
        tabs={props.tabs}
        prints={open === undefined}
      />
      <SplitPage
        onBack={() => onOpen(undefined)}
        list={
          <>
            {props.notice}
            <KeysetList
              key={box}
              query={props.list}
              label={text.listLabel}
              keyOf={({ id }) => id}
              empty={text.empty[box]}
              unit={text.unit}
              render={(row) => (
                <ListLine
                  words={props.line(row)}
                  isOpen={row.id === open}
                  onOpen={() => onOpen(row.id)}
                />
              )}
            />
          </>
        }
        detail={open === undefined ? null : props.detail(open)}
      />
    </>
  );
}
