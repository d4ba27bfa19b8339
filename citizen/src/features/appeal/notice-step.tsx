import { useState } from 'react';
import { Tick } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { appealText } from './text.ts';

const words = appealText.notice;

/** 个人信息告知: shown in full and ticked before anything is asked. */
export function NoticeStep({ notice, onRead }: { notice: string; onRead: () => void }) {
  const [isTicked, setTicked] = useState(false);
  const [isReminded, setReminded] = useState(false);
  return (
    <section className="card">
      <h2>{words.heading}</h2>
      <div className="prose">
        {notice.split(/\n+/).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
      <Tick label={words.tick} isOn={isTicked} onChange={setTicked} />
      {isReminded && !isTicked ? <Notice kind="bad">{words.needed}</Notice> : null}
      <button
        type="button"
        className="button is-primary is-wide"
        onClick={() => (isTicked ? onRead() : setReminded(true))}
      >
        {words.go}
      </button>
    </section>
  );
}
