import { ledgerSites, type ReplyOf, rowFaultLabel } from '@minsheng/contract';
import { Button, Drawer } from 'antd';
import { useRef, useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { send } from '../../shell/call.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { keepFile } from '../../ui/download.ts';
import { base64Of } from '../../ui/upload.ts';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { staleLedgers } from './ledgers.queries.ts';
import { importText as words } from './text.ts';

type Looked = ReplyOf<typeof ledgerSites.importSites>;

const template = async () =>
  keepFile(await send(`/api${ledgerSites.templatePath}`, { method: 'GET' }), '模板.xlsx');

/** 导入点位: looked at first, kept whole or not at all. */
export function ImportSites({ ledgerId }: { ledgerId: string }) {
  const [open, setOpen] = useState(false);
  const [sheet, setSheet] = useState('');
  const [looked, setLooked] = useState<Looked | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const look = useAct(ledgerSites.importSites, {
    done: null,
    stale: [],
    quiet: true,
    onDone: setLooked,
  });
  const keep = useAct(ledgerSites.importSites, {
    done: looked && words.kept(looked.fitting),
    stale: staleLedgers,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    const chosen = await base64Of(file);
    setLooked(null);
    setSheet(chosen);
    look.mutate({ ledgerId, sheet: chosen, isKept: false });
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
              onClick={() => keep.mutate({ ledgerId, sheet, isKept: true })}
            >
              {words.keep(looked?.fitting ?? 0)}
            </Button>
            <Button onClick={() => setOpen(false)}>{words.close}</Button>
          </div>
        }
      >
        <p className="soft gap-below">{words.help}</p>
        <WhyRefused error={look.error ?? keep.error} />
        <div className="ledger-acts">
          <Button onClick={() => template()}>{words.template}</Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".xlsx"
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
        rows={rows.map(({ line, address, faults }) => ({
          key: String(line),
          cells: [
            line,
            address,
            faults.length === 0
              ? words.fits
              : faults.map((fault) => rowFaultLabel[fault]).join('、'),
          ],
        }))}
      />
    </>
  );
}
