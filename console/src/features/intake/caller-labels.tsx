import { conductGradeLabel, conductGroundLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { conductText } from '../../ui/conduct/text.ts';
import { dayText, shortInstant } from '../../ui/format.ts';
import { callerConductQuery } from './intake.queries.ts';

/** 标注 of the number on the line, with what it rests on. It changes nothing of how the call is taken. */
export function CallerLabels({ callId }: { callId: string }) {
  const { data } = useQuery(callerConductQuery(callId));
  const labels = data?.marks.filter(
    ({ measure, state }) => measure === 'label' && state === 'in-force',
  );
  return labels?.map((one) => (
    <p key={one.id}>
      <span className="chip chip-wait">{conductGradeLabel[one.grade]}</span>
      <br />
      <strong>{conductText.label}</strong>
      <br />
      {conductText.labelGrounds(conductGroundLabel[one.grounds], one.words)}
      <br />
      <span className="soft">
        {conductText.labelBy(
          one.askedBy,
          shortInstant(one.askedAt),
          one.untilAt === null ? '' : dayText(one.untilAt),
        )}
      </span>
    </p>
  ));
}
