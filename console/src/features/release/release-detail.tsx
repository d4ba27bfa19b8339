import { releaseStateLabel, removalKindLabel } from '@minsheng/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { send } from '../../shell/call.ts';
import { Ask } from '../../ui/ask.tsx';
import { shortInstant } from '../../ui/format.ts';
import { Panel } from '../../ui/panel.tsx';
import { CheckPanel } from './check-panel.tsx';
import { releaseQuery, type Whole } from './release.queries.ts';
import { releaseText } from './text.ts';

async function take(releaseId: string): Promise<void> {
  const response = await send(`/api/releases/${releaseId}/file`, { method: 'GET' });
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = `${releaseText.title}.xlsx`;
  link.click();
  URL.revokeObjectURL(address);
}

function TakeButton({ releaseId }: { releaseId: string }) {
  const { message } = App.useApp();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: () => take(releaseId),
    onSuccess: () => message.success(releaseText.taken),
    onError: (cause) => message.error(cause.message),
    onSettled: () => client.invalidateQueries({ queryKey: ['releases'] }),
  });
  return (
    <Button type="primary" loading={act.isPending} onClick={() => act.mutate()}>
      {releaseText.take}
    </Button>
  );
}

function Head({ found }: { found: Whole }) {
  const { removed, putBack, state, can } = found;
  return (
    <Panel
      title={`${releaseText.recipient}:${found.recipient}`}
      extra={<span className="chip">{releaseStateLabel[state]}</span>}
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
      {can.take && <TakeButton releaseId={found.id} />}
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
