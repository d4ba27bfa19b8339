import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { ActForm, type ActProps } from './act-form.tsx';
import { trackText } from './text.ts';

const words = trackText.urge;

/** 催办 */
export function UrgeForm({ appeal, done }: ActProps) {
  return (
    <ActForm
      title={words.title}
      words={words.words}
      sendLabel={words.send}
      problem={null}
      send={(sending) =>
        sending.send(appeal, (key) => call(operations.urgeAppeal, appeal, { key }))
      }
      done={done}
    />
  );
}
