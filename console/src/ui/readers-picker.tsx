import { useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { Ask } from './ask.tsx';
import { possibleReadersQuery } from './readers.queries.ts';
import { readersText } from './text.ts';

interface ReadersPickerProps {
  unitCode: string;
  value?: readonly string[];
  onChange?: (ids: string[]) => void;
}

/** 指定专人: people of the unit first, then those of the units above it; who may sign is said. */
export function ReadersPicker({ unitCode, value, onChange }: ReadersPickerProps) {
  const people = useQuery(possibleReadersQuery(unitCode));
  return (
    <Ask of={people}>
      {({ unit, rows }) =>
        rows.length === 0 ? (
          <p className="soft">{readersText.nobody(unit.name)}</p>
        ) : (
          <Checkbox.Group
            className="readers"
            value={[...(value ?? [])]}
            onChange={(ids) => onChange?.(ids)}
            options={rows.map((person) => ({
              value: person.id,
              label: [
                person.name,
                person.unit.code === unitCode ? '' : person.unit.name,
                person.maySignOff ? readersText.maySignOff : '',
              ]
                .filter((part) => part !== '')
                .join(' · '),
            }))}
          />
        )
      }
    </Ask>
  );
}
