import { momentWords } from '../../shell/clock.ts';
import type { Duty } from './duty.ts';
import { frontLineText } from './text.ts';

const words = frontLineText.duty;

/** 询问与答复, and what the requester added by themselves. */
export function AskedPart({ duty }: { duty: Duty }) {
  if (duty.infoRequests.length + duty.supplements.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.asked}</h2>
      {duty.infoRequests.map((request) => (
        <div key={request.askedAt}>
          <p className="hint">{words.askedBy(momentWords(request.askedAt), request.unitName)}</p>
          <p>{request.question}</p>
          <p className={request.answer === null ? 'hint' : 'answer'}>
            {request.answer ?? words.notAnswered[request.state]}
          </p>
        </div>
      ))}
      {duty.supplements.map((one) => (
        <div key={one.at}>
          <p className="hint">{words.added(momentWords(one.at))}</p>
          <p className="answer">{one.content}</p>
        </div>
      ))}
    </section>
  );
}
