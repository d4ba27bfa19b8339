import { signIn } from '@minsheng/contract';
import { useAct } from '../../shell/act.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import type { Account } from './accounts.queries.ts';
import { factorText as words } from './security-text.ts';

/** 重置验证器 of somebody who lost theirs. */
export function ResetFactor({ account }: { account: Account }) {
  const act = useAct(signIn.resetFactor, {
    done: words.resetDone,
    stale: ['accounts'],
    quiet: true,
  });
  return (
    <ReasonButton
      label={words.reset}
      act={act}
      input={(reason) => ({ accountId: account.id, reason })}
      needed
      least={4}
      fieldLabel={words.resetReason}
      help={words.resetHelp}
    />
  );
}
