import {
  type ReleaseFile,
  release,
  releaseFiles,
  releaseStateLabel,
  removalKindLabel,
} from '@minsheng/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useAct } from '../../shell/act.ts';
import { send } from '../../shell/call.ts';
import { Ask } from '../../ui/ask.tsx';
import { keepFile } from '../../ui/download.ts';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { CheckPanel } from './check-panel.tsx';
import { releaseQuery, type Whole } from './release.queries.ts';
import { releaseText } from './text.ts';

async function take(releaseId: string, as: ReleaseFile): Promise<void> {
  const response = await send(`/api/releases/${releaseId}/file?as=${as}`, { method: 'GET' });
  await keepFile(response, `${releaseText.title}.${releaseText.ending[as]}`);
}

/** The workbook brings its report along; whoever wants a plain table takes the report beside it. */
function TakeButtons({ releaseId }: { releaseId: string }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: (as: ReleaseFile) => take(releaseId, as),
    onSuccess: () => message.success(releaseText.taken),
    onError: (cause) => message.error(cause.message),
    onSettled: () => client.invalidateQueries({ queryKey: ['releases'] }),
  });
  return (
    <p className="inline">
      {releaseFiles.map((as) => (
        <Button
          key={as}
          type={as === 'xlsx' ? 'primary' : 'default'}
          loading={act.isPending && act.variables === as}
          onClick={() => act.mutate(as)}
        >
          {releaseText.take[as]}
        </Button>
      ))}
    </p>
  );
}

function WithdrawButton({ found }: { found: Whole }) {
  const act = useAct(release.withdrawRelease, {
    done: releaseText.withdrawn,
    stale: ['releases', 'release-text'],
    quiet: true,
  });
  return (
    <ReasonButton
      label={releaseText.withdraw}
      help={releaseText.withdrawHelp(found.taken.length)}
      needed
      danger
      act={act}
      input={(reason) => ({ releaseId: found.id, reason })}
    />
  );
}

function Taken({ found: { taken, withdrawn } }: { found: Whole }) {
  return (
    <>
      {taken.length > 0 && (
        <ul className="plain-list soft" aria-label={releaseText.takings}>
          {taken.map(({ by, at }) => (
            <li key={at}>{releaseText.takenBy(by, shortInstant(at))}</li>
          ))}
        </ul>
      )}
      {withdrawn !== null && (
        <p>
          {releaseText.withdrawnBy(withdrawn.by, shortInstant(withdrawn.at), withdrawn.why)}
          {taken.length > 0 && ` ${releaseText.takenBefore}`}
        </p>
      )}
    </>
  );
}

function Head({ found }: { found: Whole }) {
  const { removed, putBack, state, can } = found;
  return (
    <Panel
      title={`${releaseText.recipient}:${found.recipient}`}
      extra={
        <>
          <span className="chip chip-plain">{releaseStateLabel[state]}</span>
          {can.withdraw && <WithdrawButton found={found} />}
        </>
      }
    >
      <p>
        {releaseText.purpose}:{found.purpose}
      </p>
      <p className="soft">
        {releaseText.asked(found.askedBy, shortInstant(found.askedAt))},
        {releaseText.orders(found.orders)},{releaseText.progress(found.checked, found.texts)}
      </p>
      <p>
        {releaseText.removed}:
        {removed.length === 0
          ? releaseText.nothingRemoved
          : removed
              .map(({ kind, count }) => releaseText.count(removalKindLabel[kind], count))
              .join(',')}
        {putBack > 0 && `;${releaseText.putBack(putBack)}`}
      </p>
      {state === 'checking' && !can.check && <p className="soft">{releaseText.ownWaits}</p>}
      {found.expiresAt !== null && <p>{releaseText.expires(shortInstant(found.expiresAt))}</p>}
      {can.take && <TakeButtons releaseId={found.id} />}
      <Taken found={found} />
    </Panel>
  );
}

/** One release: how far it is, what was taken out, and the texts to check. */
export function ReleaseDetail({ releaseId }: { releaseId: string }) {
  const found = useQuery(releaseQuery(releaseId));
  return (
    <Ask of={found}>
      {(release) => (
        <div className="stack">
          <Head found={release} />
          {release.can.check && <CheckPanel releaseId={releaseId} />}
        </div>
      )}
    </Ask>
  );
}
