import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { Field } from './field.tsx';

interface MonthFieldProps {
  label: string;
  /** YYYY-MM. */
  month: string;
  onMonth: (month: string) => void;
}

/** One month that is always said. */
export function MonthField({ label, month, onMonth }: MonthFieldProps) {
  return (
    <Field label={label}>
      {(id) => (
        <DatePicker
          id={id}
          picker="month"
          value={dayjs(`${month}-01`)}
          allowClear={false}
          onChange={(next) => next !== null && onMonth(next.format('YYYY-MM'))}
        />
      )}
    </Field>
  );
}
