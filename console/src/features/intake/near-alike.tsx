import { sameReasonLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useSettled } from '../../ui/settled.ts';
import { nearQuery } from './intake.queries.ts';
import type { FormProps, IntakeForm } from './intake-form.ts';
import { nearText } from './text.ts';

const fewestCharacters = 4;

function useNear(form: IntakeForm) {
  const content = useSettled(form.content.trim(), 400);
  const address = useSettled(form.address.trim(), 400);
  const { matterCode, areaCode, point } = form;
  const isAsked = content.length >= fewestCharacters && matterCode !== null && areaCode !== null;
  const { data } = useQuery({
    ...nearQuery({
      title: form.title.trim(),
      content,
      address,
      subjectName: form.subjectName.trim(),
      matterCode: matterCode ?? '',
      areaCode: areaCode ?? '',
      point,
    }),
    enabled: isAsked,
    placeholderData: (before) => before,
  });
  return isAsked ? (data?.near ?? []) : [];
}

/** 附近同类: what others told of the same thing already; it joins them on saving and keeps its own number. */
export function NearAlike({ form, patch }: FormProps) {
  const near = useNear(form);
  if (near.length === 0) return null;
  return (
    <section className="repeats" aria-label={nearText.title}>
      <h3>{nearText.title}</h3>
      <p className="soft">{nearText.help}</p>
      <ul className="plain-list">
        {near.map((one) => (
          <li key={one.issueId} className="inline">
            <Link to="/orders/$orderId" params={{ orderId: one.orderId }} target="_blank">
              {one.title}
            </Link>
            <strong>{nearText.told(one.appeals, one.people)}</strong>
            <span className="soft">
              {one.reasons.map((reason) => sameReasonLabel[reason]).join('、')}
            </span>
            <Button
              size="small"
              onClick={() => patch({ sameAs: form.sameAs === one.issueId ? null : one.issueId })}
            >
              {form.sameAs === one.issueId ? nearText.apart : nearText.join}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
