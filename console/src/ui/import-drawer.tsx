import { Button, Drawer } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { DataTable } from './data-table.tsx';
import { base64Of } from './upload.ts';
import { WhyRefused } from './why-refused.tsx';

/** What the server says of a file: every row of it, and how many fit. */
export interface Looked<Row> {
  readonly rows: readonly Row[];
  readonly fitting: number;
}

interface Step {
  readonly error: Error | null;
  readonly isPending: boolean;
  ask(sheet: string): void;
}

export interface ImportWords {
  readonly button: string;
  readonly help: string;
  readonly choose: string;
  readonly close: string;
  readonly fits: string;
  readonly heads: readonly string[];
  readonly keep: (fitting: number) => string;
  readonly looked: (fitting: number, refused: number) => string;
}

interface ImportDrawerProps<Row> {
  words: ImportWords;
  accept: string;
  drawer: ImportState<Row>;
  look: Step;
  keep: Step;
  rowOf: (row: Row) => { line: number; said: string; faults: readonly string[] };
  /** Beside the choice of a file. */
  extra?: ReactNode;
}

export interface ImportState<Row> {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
  readonly looked: Looked<Row> | null;
  readonly setLooked: (looked: Looked<Row> | null) => void;
}

export function useImport<Row>(): ImportState<Row> {
  const [isOpen, setOpen] = useState(false);
  const [looked, setLooked] = useState<Looked<Row> | null>(null);
  return { isOpen, setOpen, looked, setLooked };
}

/** 按表导入: looked at line by line first, kept whole or not at all. */
export function ImportDrawer<Row>({ drawer, ...props }: ImportDrawerProps<Row>) {
  const { words, accept, look, keep, rowOf, extra } = props;
  const { isOpen, setOpen, looked, setLooked } = drawer;
  const [sheet, setSheet] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const chosen = await base64Of(file);
    setLooked(null);
    setSheet(chosen);
    look.ask(chosen);
  };
  const foot = <Foot words={words} looked={looked} keep={keep} sheet={sheet} setOpen={setOpen} />;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.button}</Button>
      <Drawer
        title={words.button}
        open={isOpen}
        onClose={() => setOpen(false)}
        size="min(760px, 100vw)"
        footer={foot}
      >
        <p className="soft gap-below">{words.help}</p>
        <WhyRefused error={look.error ?? keep.error} />
        <div className="inline">
          {extra}
          <input
            ref={input}
            type="file"
            hidden
            accept={accept}
            aria-label={words.choose}
            onChange={(event) => {
              choose(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
          <Button loading={look.isPending} onClick={() => input.current?.click()}>
            {words.choose}
          </Button>
        </div>
        {looked && <Rows words={words} looked={looked} rowOf={rowOf} />}
      </Drawer>
    </>
  );
}

interface FootProps<Row> extends Pick<ImportDrawerProps<Row>, 'words' | 'keep'> {
  looked: Looked<Row> | null;
  sheet: string;
  setOpen: (isOpen: boolean) => void;
}

function Foot<Row>({ words, looked, keep, sheet, setOpen }: FootProps<Row>) {
  return (
    <div className="drawer-foot">
      <Button
        type="primary"
        disabled={looked === null || looked.fitting !== looked.rows.length}
        loading={keep.isPending}
        onClick={() => keep.ask(sheet)}
      >
        {words.keep(looked?.fitting ?? 0)}
      </Button>
      <Button onClick={() => setOpen(false)}>{words.close}</Button>
    </div>
  );
}

interface RowsProps<Row> extends Pick<ImportDrawerProps<Row>, 'words' | 'rowOf'> {
  looked: Looked<Row>;
}

function Rows<Row>({ words, looked: { rows, fitting }, rowOf }: RowsProps<Row>) {
  return (
    <>
      <p role="status">
        <strong>{words.looked(fitting, rows.length - fitting)}</strong>
      </p>
      <DataTable
        heads={words.heads}
        rows={rows.map(rowOf).map(({ line, said, faults }) => ({
          key: String(line),
          cells: [line, said, faults.length === 0 ? words.fits : faults.join('、')],
        }))}
      />
    </>
  );
}
