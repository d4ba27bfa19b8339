import { useState } from 'react';
import { operations } from '../../shell/operations.ts';
import { Field, OneOf } from '../../ui/field.tsx';
import type { DutyScreenProps } from './duty.ts';
import { useFrontLine } from './session.ts';
import { SmallScreen } from './small-screen.tsx';
import { frontLineText } from './text.ts';

const words = frontLineText.contact;
const answers = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
] as const;

/** 联系群众: the number is never shown here, so what is kept is that and how it went. */
export function ContactScreen({ duty, home, done }: DutyScreenProps) {
  const { call } = useFrontLine();
  const [reached, setReached] = useState<'yes' | 'no' | null>(null);
  const [note, setNote] = useState('');
  return (
    <SmallScreen
      title={words.title}
      home={home}
      words={words.words}
      sendLabel={words.send}
      problems={reached ? [] : [words.missing]}
      send={async (sending) => {
        const contact = {
          orderId: duty.orderId,
          assignmentId: duty.assignmentId,
          reached: reached === 'yes',
          note: note.trim(),
        };
        const isDone = await sending.send(contact, (key) => call(operations.contact, contact, key));
        if (isDone) done(frontLineText.steps.contactDone);
      }}
    >
      <section className="card">
        <OneOf legend={words.reached} options={answers} value={reached} onChange={setReached} />
        <Field label={words.note}>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      </section>
    </SmallScreen>
  );
}
