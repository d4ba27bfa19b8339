import type { city, ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { unitsQuery } from './ground.queries.ts';
import { NoneFound } from './none-found.tsx';
import { useSettled } from './settled.ts';
import { unitText } from './text.ts';

type FoundUnit = ReplyOf<typeof city.searchUnits>['rows'][number];

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
  /** Unless said otherwise only units that take orders may be chosen. */
  offers?: 'every-unit';
}

function optionOf(unit: FoundUnit, offers: Shared['offers']): UnitOption {
  const isShut = !(unit.isOpen && (unit.takesOrders || offers === 'every-unit'));
  return {
    value: unit.code,
    label: unit.name,
    hint: [unit.parentName ?? '', isShut ? unitText.closed : '']
      .filter((part) => part !== '')
      .join(' · '),
    disabled: isShut,
  };
}

/** While words are typed only what they find is offered: the best hit is the active one, and Enter takes it. */
function useUnitOptions({ known = [], offers }: Pick<Shared, 'known' | 'offers'>) {
  const [typed, setTyped] = useState('');
  const [seen, setSeen] = useState<readonly PickedUnit[]>([]);
  const words = typed.trim();
  const q = useSettled(words, 180);
  const found = useQuery(unitsQuery(q));
  const isLooking = words !== q || found.isFetching;
  // What was found for other words is no hit: whoever is quick with Enter would take it.
  const hits = (words === q ? (found.data?.rows ?? []) : []).map((unit) => optionOf(unit, offers));
  const chosen = words === '' ? [...known, ...seen] : [];
  const missing = chosen.filter(
    (unit, index) =>
      !hits.some((hit) => hit.value === unit.code) &&
      chosen.findIndex((one) => one.code === unit.code) === index,
  );
  const options = [
    ...missing.map(({ code, name }) => ({ value: code, label: name, hint: '', disabled: false })),
    ...hits,
  ];
  const remember = (picked: readonly UnitOption[]) =>
    setSeen((before) => [
      ...before,
      ...picked.map((one) => ({ code: one.value, name: one.label })),
    ]);
  const nothing = words !== '' && options.length === 0 && !isLooking;
  return { options, setTyped, nothing, remember, isLooking };
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
export function UnitPicker({ value, onChange, id, label, ...offered }: OneProps) {
  const { options, setTyped, nothing, remember, isLooking } = useUnitOptions(offered);
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
        notFoundContent={isLooking ? unitText.looking : null}
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

export function UnitsPicker({ value, onChange, id, label, ...offered }: SeveralProps) {
  const { options, setTyped, nothing, remember, isLooking } = useUnitOptions(offered);
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
        notFoundContent={isLooking ? unitText.looking : null}
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
