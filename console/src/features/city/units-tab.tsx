import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { Ask } from '../../ui/ask.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { unitsQuery } from '../../ui/ground.queries.ts';
import { useSettled } from '../../ui/settled.ts';
import { cityText, unitsText } from './text.ts';

/** 单位: the tree the orders go down. */
export function UnitsTab() {
  const [typed, setTyped] = useState('');
  const q = useSettled(typed.trim(), 200);
  const units = useQuery({ ...unitsQuery(q), placeholderData: (before) => before });
  return (
    <>
      <Field label={unitsText.find} help={unitsText.hint}>
        {(id) => (
          <Input
            id={id}
            type="search"
            allowClear
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <Ask of={units}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState words={cityText.none} />
          ) : (
            <ul className="rows" aria-label={unitsText.listLabel}>
              {rows.map((unit) => (
                <li key={unit.code} className="row unit-line">
                  <span>
                    <strong>{unit.name}</strong> <span className="soft mono">{unit.code}</span>
                  </span>
                  <span className="soft">
                    {unit.parentName === null ? '' : `${unitsText.parent} ${unit.parentName}`}
                  </span>
                  {!(unit.takesOrders && unit.isOpen) && (
                    <span className="chip chip-wait">{unitsText.closed}</span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Ask>
    </>
  );
}
