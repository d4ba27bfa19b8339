import { type RequestOf, sharedFieldLabel, sharing } from '@minsheng/contract';
import { Button, Checkbox, Form } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { type OpenShare, staleSharing } from './sharing.queries.ts';
import { decideText as words } from './text.ts';

type Named = OpenShare['toName'];

/** What may be done about a subscription, by whoever may. */
export function DecideShare({ opened: { share, toName, can } }: { opened: OpenShare }) {
  const shareId = share.id;
  const quiet = { stale: staleSharing, quiet: true };
  const approve = useAct(sharing.approveShare, { ...quiet, done: words.approved });
  const refuse = useAct(sharing.refuseShare, { ...quiet, done: words.refused });
  const revoke = useAct(sharing.revokeShare, { ...quiet, done: words.revoked });
  const fetch = useAct(sharing.fetchShare, { stale: staleSharing, done: words.fetched });
  const reasonOf = (reason: string) => ({ shareId, reason });
  return (
    <>
      {can.approve && (
        <FormButton
          label={words.approve}
          kind="primary"
          help={words.approveHelp}
          act={approve}
          input={({ named = [] }: { named?: Named }): RequestOf<typeof sharing.approveShare> => ({
            shareId,
            named,
          })}
        >
          {toName.length > 0 && (
            <Form.Item name="named" label={words.named}>
              <Checkbox.Group
                role="group"
                className="ticks"
                options={toName.map((value) => ({ value, label: sharedFieldLabel[value] }))}
              />
            </Form.Item>
          )}
        </FormButton>
      )}
      {can.refuse && (
        <ReasonButton label={words.refuse} act={refuse} input={reasonOf} needed least={4} />
      )}
      {can.fetch && (
        <Button loading={fetch.isPending} onClick={() => fetch.mutate({ shareId })}>
          {words.fetch}
        </Button>
      )}
      {can.revoke && (
        <ReasonButton
          label={words.revoke}
          help={words.revokeHelp}
          act={revoke}
          input={reasonOf}
          needed
          least={4}
          danger
        />
      )}
    </>
  );
}
