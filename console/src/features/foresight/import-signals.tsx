import { foresightSignals, type ReplyOf, signalFaultLabel } from '@minsheng/contract';
import { useAct } from '../../shell/act.ts';
import { ImportDrawer, useImport } from '../../ui/import-drawer.tsx';
import { staleForesight } from './foresight.queries.ts';
import { importText as words } from './text.ts';

type Row = ReplyOf<typeof foresightSignals.importSignals>['rows'][number];

/** 按表导入外部信息. */
export function ImportSignals() {
  const drawer = useImport<Row>();
  const look = useAct(foresightSignals.importSignals, {
    done: null,
    stale: [],
    quiet: true,
    onDone: drawer.setLooked,
  });
  const keep = useAct(foresightSignals.importSignals, {
    done: drawer.looked && words.kept(drawer.looked.fitting),
    stale: staleForesight,
    quiet: true,
    onDone: () => drawer.setOpen(false),
  });
  return (
    <ImportDrawer
      words={words}
      accept=".xlsx,.tsv,.txt"
      drawer={drawer}
      look={{ ...look, ask: (sheet) => look.mutate({ sheet, isKept: false }) }}
      keep={{ ...keep, ask: (sheet) => keep.mutate({ sheet, isKept: true }) }}
      rowOf={({ line, words: said, faults }) => ({
        ...{ line, said, faults: faults.map((fault) => signalFaultLabel[fault]) },
      })}
    />
  );
}
