import { foresightSignals, type ReplyOf, signalFaultLabel } from '@minsheng/contract';
import { Button, Drawer } from 'antd';
import { useRef, useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { base64Of } from '../../ui/upload.ts';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { staleForesight } from './foresight.queries.ts';
import { importText as words } from './text.ts';

type Looked = ReplyOf<typeof foresightSignals.importSignals>;

/** 按表导入外部信息: looked at line by line first, kept whole or not at all. */
export function ImportSignals() {
  const [open, setOpen] = useState(false);
  const [sheet, setSheet] = useState('');
  const [looked, setLooked] = useState<Looked | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const look = useAct(foresightSignals.importSignals, {
    done: null,
    stale: [],
    quiet: true,
    onDone: setLooked,
  });
  const keep = useAct(foresightSignals.importSignals, {
    done: looked && words.kept(looked.fitting),
    stale: staleForesight,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const chosen = await base64Of(file);
    setLooked(null);
    setSheet(chosen);
    look.mutate({ sheet: chosen, isKept: false });
  };
  const isFine = looked !== null && looked.fitting === looked.rows.length;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.button}</Button>
      <Drawer
        title={words.button}
        open={open}
        onClose={() => setOpen(false)}
        size="min(760px, 100vw)"
        footer={
          <div className="drawer-foot">
            <Button
              type="primary"
              disabled={!isFine}
              loading={keep.isPending}
              onClick={() => keep.mutate({ sheet, isKept: true })}
            >
              {words.keep(looked?.fitting ?? 0)}
            </Button>
            <Button onClick={() => setOpen(false)}>{words.close}</Button>
          </div>
        }
      >
        <p className="soft gap-below">{words.help}</p>
        <WhyRefused error={look.error ?? keep.error} />
        <input
          ref={input}
          type="file"
          hidden
          accept=".xlsx,.tsv,.txt"
          aria-label={words.choose}
          onChange={(event) => {
            choose(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button loading={look.isPending} onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        {looked && <Rows looked={looked} />}
      </Drawer>
    </>
  );
}

function Rows({ looked: { rows, fitting } }: { looked: Looked }) {
  return (
    <>
      <p role="status">
        <strong>{words.looked(fitting, rows.length - fitting)}</strong>
      </p>
      <DataTable
        heads={words.heads}
        rows={rows.map(({ line, words: said, faults }) => ({
          key: String(line),
          cells: [
            line,
            said,
            faults.length === 0
              ? words.fits
              : faults.map((fault) => signalFaultLabel[fault]).join('、'),
          ],
        }))}
      />
    </>
  );
}
