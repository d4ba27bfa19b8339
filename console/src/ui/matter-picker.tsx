import { appealTypeLabel, type city, type ReplyOf, urgencyLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { matterQuery, mattersQuery } from './ground.queries.ts';
import { NoneFound } from './none-found.tsx';
import { useSettled } from './settled.ts';
import { matterText } from './text.ts';

type Matter = ReplyOf<typeof city.searchMatters>['rows'][number];

interface MatterPickerProps {
  value?: string | null;
  onChange?: (code: string | null, matter: Matter | null) => void;
  id?: string;
  label?: string;
}

interface MatterOption {
  value: string;
  label: string;
  matter: Matter;
}

const optionOf = (matter: Matter): MatterOption => ({
  value: matter.code,
  label: matter.name,
  matter,
});

const renderOption = ({ data }: { data: MatterOption }) => (
  <div className="option">
    <span>{data.matter.name}</span>
    <small>
      {data.matter.code} · {data.matter.l1} / {data.matter.l2} · {appealTypeLabel[data.matter.type]}{' '}
      · {urgencyLabel[data.matter.urgency]}
    </small>
  </div>
);

const bestHits = 10;

/** 事项: found by words, by pinyin or by code. */
export function MatterPicker({ value, onChange, id, label }: MatterPickerProps) {
  const [typed, setTyped] = useState('');
  const words = typed.trim();
  const q = useSettled(words, 180);
  const found = useQuery(mattersQuery(q));
  const isLooking = words !== q || found.isFetching;
  const chosen = useQuery({
    ...matterQuery(value ?? ''),
    enabled: value !== undefined && value !== null && value !== '',
  });
  // What was found for other words is no hit: whoever is quick with Enter would take it.
  const rows = words === q ? (found.data?.rows ?? []) : [];
  // So many fit without scrolling: a list that was scrolled in the whole tree would hide its best hit.
  const options = (words === '' ? rows : rows.slice(0, bestHits)).map(optionOf);
  // While words are typed only what they find is offered: the best hit is the active one, and Enter takes it.
  const missing =
    words === '' &&
    chosen.data !== undefined &&
    !options.some((one) => one.value === chosen.data.code);
  const shown = missing ? [optionOf(chosen.data), ...options] : options;
  return (
    <div>
      <Select<string, MatterOption>
        {...(id === undefined ? {} : { id })}
        {...(label === undefined ? {} : { 'aria-label': label })}
        className="wide"
        value={value ?? null}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        allowClear
        placeholder={matterText.placeholder}
        notFoundContent={isLooking ? matterText.looking : null}
        options={shown}
        optionRender={renderOption}
        listHeight={480}
        onChange={(code, option) => {
          const picked = Array.isArray(option) ? option[0] : option;
          onChange?.(code ?? null, picked?.matter ?? null);
        }}
      />
      <NoneFound
        isShown={words !== '' && shown.length === 0 && !isLooking}
        words={matterText.none}
      />
    </div>
  );
}
