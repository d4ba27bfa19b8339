import {
  appealTypeLabel,
  itemOutcomeLabel,
  listStateLabel,
  retention,
  retentionKindLabel,
  shapes,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { ConfirmButton } from '../../ui/confirm-button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ExportButton } from '../../ui/export-button.tsx';
import { Facts } from '../../ui/facts.tsx';
import { dayText, fullInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { type DestructionList, listQuery, staleRetention } from './retention.queries.ts';
import { listText as words } from './text.ts';

/** 一份销毁清册. */
export function ListDetail({ listId }: { listId: string }) {
  const found = useQuery(listQuery(listId));
  return (
    <Ask of={found}>
      {(list) => (
        <div className="stack">
          <Panel title={words.lineTitle(list.name, list.month)} extra={<Acts list={list} />}>
            <About list={list} />
          </Panel>
          <Sample list={list} />
        </div>
      )}
    </Ask>
  );
}

function About({ list }: { list: DestructionList }) {
  const signature = (one: DestructionList['signed']) => one && `${one.by} ${fullInstant(one.at)}`;
  const { record, refused } = list;
  return (
    <Facts
      facts={[
        { label: words.what, value: retentionKindLabel[list.kind] },
        { label: words.state, value: listStateLabel[list.state] },
        { label: words.rule, value: words.years(list.years, list.basis) },
        { label: words.counts, value: words.orders(list.orders) },
        { label: words.held, value: words.orders(list.held) },
        {
          label: words.span,
          value: words.from(dayText(list.oldestAt), dayText(list.newestAt)),
        },
        { label: words.digest, value: list.digest },
        { label: words.signed, value: signature(list.signed) },
        { label: words.secured, value: signature(list.secured) },
        { label: words.refused, value: refused && words.reason(refused.by, refused.reason) },
        {
          label: words.record,
          value:
            record &&
            words.recordWords(
              fullInstant(record.at),
              record.destroyed,
              record.held,
              record.changed,
            ),
        },
        {
          label: words.recordHash,
          value: record?.hash ?? null,
        },
      ]}
    />
  );
}

function Acts({ list }: { list: DestructionList }) {
  const { id: listId, digest, can } = list;
  const shared = { stale: staleRetention };
  const sign = useAct(retention.signList, { ...shared, done: words.signDone });
  const secure = useAct(retention.secureList, { ...shared, done: words.secureDone });
  const refuse = useAct(retention.refuseList, { ...shared, done: words.refuseDone, quiet: true });
  return (
    <span className="inline">
      {can.sign && (
        <ConfirmButton
          label={words.sign}
          help={words.signHelp}
          isPending={sign.isPending}
          onSure={() => sign.mutate({ listId, digest })}
        />
      )}
      {can.secure && (
        <ConfirmButton
          label={words.secure}
          help={words.secureHelp}
          isPending={secure.isPending}
          onSure={() => secure.mutate({ listId, digest })}
        />
      )}
      {can.refuse && (
        <ReasonButton
          label={words.refuse}
          help={words.refuseHelp}
          needed
          least={4}
          act={refuse}
          input={(reason) => ({ listId, reason })}
        />
      )}
      <Parts list={list} />
    </span>
  );
}

function Parts({ list }: { list: DestructionList }) {
  const parts = Math.max(1, Math.ceil(list.orders / shapes.mostExported));
  return Array.from({ length: parts }, (_, at) => at + 1).map((part) => (
    <ExportButton
      key={part}
      path={retention.listExportPath}
      of={{ listId: list.id, part }}
      name={words.part(part)}
      help={parts === 1 ? words.exportHelp : words.partHelp(part, parts)}
    />
  ));
}

function Sample({ list: { sample, orders } }: { list: DestructionList }) {
  return (
    <Panel title={words.sample(sample.length, orders)}>
      <DataTable
        heads={words.heads}
        rows={sample.map((row) => ({
          key: row.orderNo,
          cells: [
            row.orderNo,
            appealTypeLabel[row.type],
            row.matter,
            dayText(row.closedAt),
            row.outcome === null ? words.waiting : itemOutcomeLabel[row.outcome],
          ],
        }))}
      />
    </Panel>
  );
}
