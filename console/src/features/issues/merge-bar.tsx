import { Select } from 'antd';
import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { MergeChosen } from '../../ui/merging/merge-chosen.tsx';
import { mergingText } from '../../ui/merging/text.ts';

interface MergeBarProps {
  picked: readonly string[];
  rows: readonly { id: string; orderNo: string; title: string }[];
}

/** 一并办理: those ticked, one of which leads. */
export function MergeBar({ picked, rows }: MergeBarProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  if (picked.length < 2) return null;
  const offered = rows.filter(({ id }) => picked.includes(id));
  const lead = offered.find(({ id }) => id === chosen) ?? offered[0];
  if (lead === undefined) return null;
  return (
    <div className="inline">
      <Field label={mergingText.lead}>
        {(id) => (
          <Select
            id={id}
            value={lead.id}
            options={offered.map((row) => ({
              value: row.id,
              label: `${row.title}(${row.orderNo})`,
            }))}
            onChange={setChosen}
          />
        )}
      </Field>
      <MergeChosen
        masterId={lead.id}
        chosen={picked.filter((id) => id !== lead.id)}
        label={mergingText.together(picked.length)}
        onDone={() => setChosen(null)}
      />
    </div>
  );
}
