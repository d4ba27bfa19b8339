import { orders } from '@minsheng/contract';
import { useAct } from '../../shell/act.ts';
import { shortInstant } from '../../ui/format.ts';
import type { OrderPageView } from '../../ui/order-facts.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { actText, orderText } from './text.ts';

function NoteButton({ orderId }: { orderId: string }) {
  const act = useAct(orders.addNote, {
    done: actText.noteDone,
    stale: ['order', 'order-timeline'],
    quiet: true,
  });
  return (
    <ReasonButton
      label={actText.note}
      fieldLabel={actText.noteField}
      needed
      act={act}
      input={(content) => ({ orderId, content })}
    />
  );
}

export function NotesPanel({ order }: { order: OrderPageView }) {
  return (
    <Panel
      title={orderText.notes}
      extra={order.abilities.includes('note') && <NoteButton orderId={order.id} />}
    >
      {order.notes.length === 0 && <p className="soft">{orderText.noNotes}</p>}
      <ul className="plain-list">
        {order.notes.map((note) => (
          <li key={`${note.at}${note.content}`}>
            <span className="soft">
              {shortInstant(note.at)} {note.by}
            </span>
            <p className="words">{note.content}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
