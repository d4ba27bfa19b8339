import type { city, ReplyOf } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useRef, useState } from 'react';
import { useMe } from '../shell/session.ts';
import { areaAbove, shortestArea } from './area-code.ts';
import { areasQuery } from './ground.queries.ts';
import { NoneFound } from './none-found.tsx';
import { useSettled } from './settled.ts';
import { areaText } from './text.ts';

type Area = ReplyOf<typeof city.listAreas>['rows'][number];

interface AreaOption {
  value: string;
  label: string;
  area: Area;
}

interface AreaPickerProps {
  value?: string | null;
  onChange?: (code: string | null) => void;
  id?: string;
  label?: string;
}

const optionOf = (area: Area): AreaOption => ({ value: area.code, label: area.fullName, area });

function useAreaOptions(value: string | null, typed: string): AreaOption[] {
  const me = useMe();
  const q = useSettled(typed.trim(), 180);
  const isVillage = value !== null && value.length === 12;
  const browsing = isVillage ? value.slice(0, 9) : (value ?? me.city.code);
  const found = useQuery({
    ...areasQuery(q === '' ? { parent: browsing } : { q }),
    placeholderData: (earlier) => earlier,
  });
  const siblings = useQuery({
    ...areasQuery({ parent: areaAbove(value ?? '') ?? me.city.code }),
    enabled: value !== null && !isVillage,
  });
  const whole: Area = { ...me.city, parent: null, level: 'city', fullName: me.city.name };
  const isTop = q === '' && (value === null || value === whole.code);
  const chosen = (siblings.data?.rows ?? []).filter((area) => area.code === value);
  const rows = [...(isTop ? [whole] : []), ...chosen, ...(found.data?.rows ?? [])];
  return rows
    .filter((area, index) => rows.findIndex((one) => one.code === area.code) === index)
    .map(optionOf);
}

/** 区域: by words, or step by step: choosing a county lists its towns, a town its villages. */
export function AreaPicker({ value, onChange, id, label }: AreaPickerProps) {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const goesOn = useRef(false);
  const code = value === undefined || value === null ? null : shortestArea(value);
  const options = useAreaOptions(code, typed);
  const up = code === null ? null : areaAbove(code);
  return (
    <div>
      <div className="with-button">
        <Select<string, AreaOption>
          {...(id === undefined ? {} : { id })}
          {...(label === undefined ? {} : { 'aria-label': label })}
          className="wide"
          value={code}
          open={open}
          onOpenChange={(next) => {
            // Choosing a county or a town asks to close; the list stays for the level below.
            if (!next && goesOn.current) {
              goesOn.current = false;
              return;
            }
            setOpen(next);
          }}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          allowClear
          placeholder={areaText.placeholder}
          notFoundContent={null}
          options={options}
          optionRender={({ data }) => (
            <div className="option">
              <span>
                {data.area.code === code ? areaText.chosen(data.area.fullName) : data.area.fullName}
              </span>
              <small>{areaText.level[data.area.level]}</small>
            </div>
          )}
          onChange={(next, option) => {
            onChange?.(next ?? null);
            setTyped('');
            const picked = [option ?? []].flat()[0];
            goesOn.current =
              picked !== undefined &&
              picked.area.level !== 'village' &&
              picked.area.level !== 'city';
          }}
        />
        {up !== null && <Button onClick={() => onChange?.(up)}>{areaText.up}</Button>}
      </div>
      <NoneFound isShown={typed.trim() !== '' && options.length === 0} words={areaText.none} />
    </div>
  );
}
