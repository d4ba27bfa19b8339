import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { Field } from './field.tsx';

interface DayFieldProps {
  label: string;
  /** YYYY-MM-DD. */
  day: string;
  onDay: (day: string) => void;
}

/** One day that is always said. */
export function DayField({ label, day, onDay }: DayFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <DatePicker
          id={id}
          value={dayjs(day)}
          allowClear={false}
          onChange={(next) => next !== null && onDay(next.format('YYYY-MM-DD'))}
        />
      )}
    </Field>
  );
}
