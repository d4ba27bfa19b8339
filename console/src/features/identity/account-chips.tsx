import { accountStateLabel } from '@minsheng/contract';
import type { Account } from './accounts.queries.ts';
import { rightsText } from './rights-text.ts';
import { accountsText } from './text.ts';

/** What is not as usual with an account. */
export function AccountChips({ account }: { account: Account }) {
  const { state, outsourced, hasFirstPassword, asked } = account;
  return (
    <>
      {state !== 'open' && (
        <span className={`chip chip-${state === 'locked' ? 'alarm' : 'plain'}`}>
          {accountStateLabel[state]}
        </span>
      )}{' '}
      {asked && <span className="chip chip-wait">{rightsText.waits}</span>}{' '}
      {outsourced && <span className="chip chip-wait">{accountsText.outsourced}</span>}{' '}
      {hasFirstPassword && state === 'open' && (
        <span className="chip chip-plain">{accountsText.firstPassword}</span>
      )}
    </>
  );
}
