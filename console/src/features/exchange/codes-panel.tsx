import { codeKindLabel, netKindLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { Ask } from '../../ui/ask.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { type CodeMaps, codeMapsQuery } from './exchange.queries.ts';
import { oursWords } from './map-button.tsx';
import { exchangeText as words } from './text.ts';
import { UnmappedCodes } from './unmapped-codes.tsx';

interface CodesPanelProps {
  net: string | undefined;
  onNet: (code: string) => void;
}

/** 代码对照: what nobody mapped yet, and the map of one net. */
export function CodesPanel({ net, onNet }: CodesPanelProps) {
  const list = useQuery(codeMapsQuery(net));
  return (
    <Ask of={list}>
      {(found) => (
        <div className="stack">
          <Panel title={words.unmappedTitle}>
            <p className="soft gap-below">{words.unmappedHelp}</p>
            <UnmappedCodes maySettle={found.can.settle} />
          </Panel>
          <Panel title={words.mapTitle}>
            <NetChoice nets={found.nets} net={net} onNet={onNet} />
            {net !== undefined && <NetMap rows={found.rows} />}
          </Panel>
        </div>
      )}
    </Ask>
  );
}

function NetChoice({ nets, net, onNet }: CodesPanelProps & { nets: CodeMaps['nets'] }) {
  return (
    <Field label={words.net}>
      {(id) => (
        <Select
          id={id}
          className="peer-choice"
          value={net ?? null}
          placeholder={words.chooseNet}
          onChange={(code: string) => onNet(code)}
          options={nets.map(({ code, name, kind }) => ({
            value: code,
            label: `${name}(${netKindLabel[kind]})`,
          }))}
        />
      )}
    </Field>
  );
}

function NetMap({ rows }: { rows: CodeMaps['rows'] }) {
  if (rows.length === 0) return <EmptyState words={words.noMap} />;
  return (
    <DataTable
      heads={[words.codeKind, words.theirCode, words.ourCode, words.mappedBy]}
      rows={rows.map(({ kind, theirs, ours, decidedAt, decidedBy }) => ({
        key: `${kind} ${theirs}`,
        cells: [
          codeKindLabel[kind],
          <span key="theirs" className="mono">
            {theirs}
          </span>,
          <span key="ours" className="mono">
            {oursWords(kind, ours)}
          </span>,
          decidedAt === null ? words.byCity : `${decidedBy ?? ''} ${shortInstant(decidedAt)}`,
        ],
      }))}
    />
  );
}
