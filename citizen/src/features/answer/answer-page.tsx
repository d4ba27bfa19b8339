import type { openHandout } from '@minsheng/contract/public/handouts.ts';
import type { ReplyOf } from '@minsheng/contract/route.ts';
import { call } from '../../shell/call.ts';
import { operations } from '../../shell/operations.ts';
import { useAsk } from '../../shell/use-ask.ts';
import { Answer } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { answerText as words } from './text.ts';
import './answer.css';

type Opened = ReplyOf<typeof openHandout>;

/** 答复链接: the answer a short message led to, with its forms; what holds no more says so. */
export function AnswerPage({ token }: { token: string }) {
  const ask = useAsk(token, () => call(operations.openHandout, { token }));
  return (
    <Page title={words.title} back={{ href: '#/', label: words.home }}>
      <Answer ask={ask}>{(opened) => <Found of={opened} />}</Answer>
    </Page>
  );
}

function Found({ of: { title, state, validUntil, ...rest } }: { of: Opened }) {
  return (
    <section className="card">
      <h2>{title}</h2>
      {state === 'expired' ? <p>{words.expired(validUntil ?? '')}</p> : null}
      {state === 'withdrawn' ? <p>{words.withdrawn}</p> : null}
      {state === 'changed' ? <p>{words.changed}</p> : null}
      {rest.answer === '' ? null : <Words of={{ ...rest, validUntil }} />}
    </section>
  );
}

function Words({
  of: { answer, owner, basis, validUntil, isExample, forms, links },
}: {
  of: Omit<Opened, 'title' | 'state'>;
}) {
  return (
    <>
      <p className="answer-words">{answer}</p>
      {forms.length > 0 ? <h3>{words.forms}</h3> : null}
      {forms.map(({ title, bring, path }) => (
        <div key={path}>
          {bring.length > 0 ? <p>{words.bring(bring)}</p> : null}
          <a className="button" href={path} download>
            {words.save(title)}
          </a>
        </div>
      ))}
      {links.length > 0 ? <h3>{words.links}</h3> : null}
      {links.map(({ title, url }) => (
        <p key={url}>
          <a href={url} rel="noreferrer">
            {title}
          </a>
        </p>
      ))}
      <p className="hint">{words.owner(owner, basis)}</p>
      <p className="hint">
        {words.until(validUntil ?? '')} {isExample ? words.example : ''}
      </p>
      <p className="hint">{words.privacy}</p>
    </>
  );
}
