import { repeatMeaningLabel } from '@minsheng/contract/words/order.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { shortInstant } from '../../ui/format.ts';
import { useSettled } from '../../ui/settled.ts';
import { StatusTag } from '../../ui/tags.tsx';
import { repeatsQuery } from './intake.queries.ts';
import type { FormProps } from './intake-form.ts';
import { saveText } from './text.ts';

const wholeNumber = /^\+?[\d-]{7,20}$/;

/** 重复诉求: shown before saving, so that one trouble does not become two orders. */
export function Repeats({ form, patch }: FormProps) {
  const phone = useSettled(form.phone.trim(), 600);
  const typedPhone = wholeNumber.test(phone) ? phone : null;
  const { data } = useQuery({
    ...repeatsQuery({
      callId: form.callId,
      phone: typedPhone,
      matterCode: form.matterCode,
      areaCode: form.areaCode,
    }),
    enabled: (form.callId !== null || typedPhone !== null) && form.matterCode !== null,
  });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section className="repeats" aria-label={saveText.repeats}>
      <h3>{saveText.repeats}</h3>
      <p className="soft">{saveText.repeatsHelp}</p>
      <ul className="plain-list">
        {data.rows.map((row) => (
          <li key={row.id} className="inline">
            <Link to="/orders/$orderId" params={{ orderId: row.id }} target="_blank">
              {row.title}
            </Link>
            <StatusTag status={row.status} />
            <span className="soft">
              {saveText.repeatReason[row.reason]} · {shortInstant(row.acceptedAt)}
              {row.meaning !== null && ` · ${repeatMeaningLabel[row.meaning]}`}
            </span>
            <Button
              size="small"
              onClick={() => patch({ repeatOf: form.repeatOf === row.id ? null : row.id })}
            >
              {form.repeatOf === row.id ? saveText.unlinkRepeat : saveText.linkRepeat}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
