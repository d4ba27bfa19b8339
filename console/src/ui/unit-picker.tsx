import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { unitsQuery } from './ground.queries.ts';
import { NoneFound } from './none-found.tsx';
import { useSettled } from './settled.ts';
import { unitText } from './text.ts';

export interface PickedUnit {
  code: string;
  name: string;
}

interface UnitOption {
  value: string;
  label: string;
  hint: string;
  disabled: boolean;
}

interface Shared {
  id?: string;
  label?: string;
  /** Units already known by name: suggestions, earlier choices. */
  known?: readonly PickedUnit[];
}

function useUnitOptions(known: readonly PickedUnit[]) {
  const [typed, setTyped] = useState('');
  const [seen, setSeen] = useState<readonly PickedUnit[]>([]);
  const q = useSettled(typed.trim(), 180);
  const found = useQuery({ ...unitsQuery(q), placeholderData: (earlier) => earlier });
  const rows: UnitOption[] = (found.data?.rows ?? []).map((unit) => ({
    value: unit.code,
    label: unit.name,
    hint: [unit.parentName ?? '', unit.takesOrders && unit.isOpen ? '' : unitText.closed]
      .filter((part) => part !== '')
      .join(' · '),
    disabled: !(unit.takesOrders && unit.isOpen),
  }));
  const missing = [...known, ...seen].filter(
    (unit, index, all) =>
      !rows.some((row) => row.value === unit.code) &&
      all.findIndex((one) => one.code === unit.code) === index,
  );
  const options = [
    ...missing.map((unit) => ({ value: unit.code, label: unit.name, hint: '', disabled: false })),
    ...rows,
  ];
  const remember = (picked: readonly UnitOption[]) =>
    setSeen((before) => [
      ...before,
      ...picked.map((one) => ({ code: one.value, name: one.label })),
    ]);
  const nothing = q !== '' && options.length === 0 && !found.isFetching;
  return { options, setTyped, nothing, remember };
}

const renderOption = ({ data }: { data: UnitOption }) => (
  <div className="option">
    <span>{data.label}</span>
    <small>
      {data.value}
      {data.hint === '' ? '' : ` · ${data.hint}`}
    </small>
  </div>
);

interface OneProps extends Shared {
  value?: string | null;
  onChange?: (code: string | null) => void;
}

/** One unit, by name or code; a closed one is shown but cannot be chosen. */
export function UnitPicker({ value, onChange, id, label, known }: OneProps) {
  const { options, setTyped, nothing, remember } = useUnitOptions(known ?? []);
  return (
    <div>
      <Select<string, UnitOption>
        {...(id === undefined ? {} : { id })}
        {...(label === undefined ? {} : { 'aria-label': label })}
        className="wide"
        value={value ?? null}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        allowClear
        placeholder={unitText.placeholder}
        notFoundContent={null}
        options={options}
        optionRender={renderOption}
        onChange={(code, option) => {
          if (option !== undefined) remember([option].flat());
          onChange?.(code ?? null);
        }}
      />
      <NoneFound isShown={nothing} words={unitText.none} />
    </div>
  );
}

interface SeveralProps extends Shared {
  value?: readonly string[];
  onChange?: (codes: string[]) => void;
}

export function UnitsPicker({ value, onChange, id, label, known }: SeveralProps) {
  const { options, setTyped, nothing, remember } = useUnitOptions(known ?? []);
  return (
    <div>
      <Select<string[], UnitOption>
        {...(id === undefined ? {} : { id })}
        {...(label === undefined ? {} : { 'aria-label': label })}
        className="wide"
        mode="multiple"
        value={[...(value ?? [])]}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        allowClear
        placeholder={unitText.placeholder}
        notFoundContent={null}
        options={options}
        optionRender={renderOption}
        onChange={(codes, picked) => {
          remember([picked ?? []].flat());
          onChange?.(codes);
        }}
      />
      <NoneFound isShown={nothing} words={unitText.none} />
    </div>
  );
}
