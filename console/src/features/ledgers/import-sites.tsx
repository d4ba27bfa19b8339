import { ledgerSites, type ReplyOf, rowFaultLabel } from '@minsheng/contract';
import { Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { send } from '../../shell/call.ts';
import { keepFile } from '../../ui/download.ts';
import { ImportDrawer, useImport } from '../../ui/import-drawer.tsx';
import { staleLedgers } from './ledgers.queries.ts';
import { importText as words } from './text.ts';

type Row = ReplyOf<typeof ledgerSites.importSites>['rows'][number];

const template = async () =>
  keepFile(await send(`/api${ledgerSites.templatePath}`, { method: 'GET' }), '模板.xlsx');

/** 导入点位. */
export function ImportSites({ ledgerId }: { ledgerId: string }) {
  const drawer = useImport<Row>();
  const look = useAct(ledgerSites.importSites, {
    done: null,
    stale: [],
    quiet: true,
    onDone: drawer.setLooked,
  });
  const keep = useAct(ledgerSites.importSites, {
    done: drawer.looked && words.kept(drawer.looked.fitting),
    stale: staleLedgers,
    quiet: true,
    onDone: () => drawer.setOpen(false),
  });
  return (
    <ImportDrawer
      words={words}
      accept=".xlsx"
      drawer={drawer}
      look={{ ...look, ask: (sheet) => look.mutate({ ledgerId, sheet, isKept: false }) }}
      keep={{ ...keep, ask: (sheet) => keep.mutate({ ledgerId, sheet, isKept: true }) }}
      rowOf={({ line, address, faults }) => ({
        ...{ line, said: address, faults: faults.map((fault) => rowFaultLabel[fault]) },
      })}
      extra={<Button onClick={() => template()}>{words.template}</Button>}
    />
  );
}
