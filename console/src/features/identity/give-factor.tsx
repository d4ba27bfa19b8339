import { signIn } from '@minsheng/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useAct } from '../../shell/act.ts';
import { BindFactor } from './bind-factor.tsx';
import { CodeForm } from './code-form.tsx';
import './identity.css';
import { factorText as words } from './security-text.ts';

function useEnter() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['me'] });
}

/** 二次验证: nothing is open but the code. */
export function GiveFactor({ leave }: { leave: React.ReactNode }) {
  const enter = useEnter();
  const act = useAct(signIn.giveFactor, { done: null, stale: [], quiet: true, onDone: enter });
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>{words.dueTitle}</h1>
        <p>{words.dueHelp}</p>
        <CodeForm
          label={words.code}
          needed={words.codeNeeded}
          submit={words.submit}
          error={act.error}
          isPending={act.isPending}
          onCode={(code) => act.mutate({ code })}
        />
        <p className="sign-in-leave">{leave}</p>
      </div>
    </main>
  );
}

/** 绑定验证器: a role asks for one. */
export function BindFirst({ leave }: { leave: React.ReactNode }) {
  const enter = useEnter();
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>{words.enrolTitle}</h1>
        <p>{words.enrolHelp}</p>
        <BindFactor onDone={enter} />
        <p className="sign-in-leave">{leave}</p>
      </div>
    </main>
  );
}
