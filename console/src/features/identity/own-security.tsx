import { signIn } from '@minsheng/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { shortInstant } from '../../ui/format.ts';
import { BindFactor } from './bind-factor.tsx';
import { CodeForm } from './code-form.tsx';
import './identity.css';
import { ownFactorQuery, ownSessionsQuery, type Session } from './security.queries.ts';
import { sessionsText, factorText as words } from './security-text.ts';
import { SessionRows } from './session-rows.tsx';

/** 登录与安全: one's own second factor, and where one is signed in. */
export function OwnSecurityButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="menu-link menu-own" onClick={() => setOpen(true)}>
        {words.own}
      </button>
      <Drawer
        title={words.own}
        open={open}
        onClose={() => setOpen(false)}
        size="min(520px, 100vw)"
        destroyOnHidden
      >
        <OwnFactor />
        <OwnSessions />
      </Drawer>
    </>
  );
}

function OwnFactor() {
  const factor = useQuery(ownFactorQuery);
  const client = useQueryClient();
  const again = () =>
    Promise.all(
      ['own-factor', 'own-sessions', 'me'].map((word) =>
        client.invalidateQueries({ queryKey: [word] }),
      ),
    );
  return (
    <section aria-label={words.factor}>
      <h3>{words.factor}</h3>
      <Ask of={factor}>
        {({ boundAt, codesLeft, isRequired }) => (
          <div className="stack">
            <p>
              {boundAt === null ? words.unbound : words.bound(shortInstant(boundAt), codesLeft)}
            </p>
            {isRequired && <p className="soft">{words.required}</p>}
            {boundAt !== null && codesLeft < 3 && <p>{words.fewLeft}</p>}
            {boundAt === null ? <BindFactor onDone={again} /> : <Unbind onDone={again} />}
          </div>
        )}
      </Ask>
    </section>
  );
}

function Unbind({ onDone }: { onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const act = useAct(signIn.unbindFactor, {
    done: words.unboundNow,
    stale: [],
    quiet: true,
    onDone,
  });
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>{words.unbind}</Button>
      </div>
    );
  return (
    <>
      <p className="soft">{words.unbindHelp}</p>
      <CodeForm
        label={words.code}
        needed={words.codeNeeded}
        submit={words.unbind}
        error={act.error}
        isPending={act.isPending}
        onCode={(code) => act.mutate({ code })}
      />
    </>
  );
}

function OwnSessions() {
  const sessions = useQuery(ownSessionsQuery);
  const stale = ['own-sessions'];
  const others = useAct(signIn.endOtherSessions, { done: sessionsText.ended, stale });
  return (
    <section className="account-part" aria-label={sessionsText.title}>
      <h3>{sessionsText.title}</h3>
      <p className="soft gap-below">{sessionsText.help}</p>
      <Ask of={sessions}>
        {({ rows, shownCap }) => (
          <>
            <SessionRows
              rows={rows}
              shownCap={shownCap}
              act={(session) => (session.isOwn ? null : <EndOne session={session} />)}
            />
            {rows.some(({ isOwn }) => !isOwn) && (
              <Button loading={others.isPending} onClick={() => others.mutate({})}>
                {sessionsText.endOthers}
              </Button>
            )}
          </>
        )}
      </Ask>
    </section>
  );
}

function EndOne({ session: { sessionId } }: { session: Session }) {
  const act = useAct(signIn.endOwnSession, { done: sessionsText.ended, stale: ['own-sessions'] });
  return (
    <Button size="small" loading={act.isPending} onClick={() => act.mutate({ sessionId })}>
      {sessionsText.end}
    </Button>
  );
}
