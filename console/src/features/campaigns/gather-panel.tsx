import { campaigns, gatheringStateLabel, problems } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { call } from '../../shell/call.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Campaign, staleCampaigns } from './campaigns.queries.ts';
import { Terms } from './open-campaign.tsx';
import { gatherText as words } from './text.ts';

/** 归拢: the machine looks for the topic's appeals; what it found waits on the list. */
export function GatherPanel({ campaign }: { campaign: Campaign }) {
  const { id: campaignId, gathering, terms } = campaign;
  const changing = useAct(campaigns.changeTerms, {
    done: words.termsDone,
    stale: staleCampaigns,
    quiet: true,
  });
  return (
    <Panel
      className="gap-below"
      title={words.title}
      extra={
        <>
          <Gather campaignId={campaignId} />
          <FormButton
            label={words.changeTerms}
            act={changing}
            initial={{ terms }}
            input={(values: { terms: string[] }) => ({ campaignId, ...values })}
          >
            <Terms />
          </FormButton>
        </>
      }
    >
      <p className="soft">{words.help}</p>
      {gathering !== null && (
        <p role="status">
          {words.state(gatheringStateLabel[gathering.state], gathering.read, gathering.proposed)}
        </p>
      )}
    </Panel>
  );
}

const runsQuery = {
  queryKey: ['problems', 'runs'],
  queryFn: ({ signal }: { signal: AbortSignal }) => call(problems.listRuns, {}, { signal }),
};

function Gather({ campaignId }: { campaignId: string }) {
  const runs = useQuery(runsQuery);
  const act = useAct(campaigns.gatherAppeals, {
    done: words.done,
    stale: staleCampaigns,
    quiet: true,
  });
  const done = (runs.data?.rows ?? []).filter(({ state }) => state === 'done');
  return (
    <FormButton
      label={words.button}
      kind="primary"
      act={act}
      initial={done[0] ? { runId: done[0].id } : {}}
      input={({ runId }: { runId?: string }) => ({
        campaignId,
        ...(runId !== undefined && { runId }),
      })}
    >
      <Form.Item name="runId" label={words.run}>
        <Select
          allowClear
          placeholder={words.runNone}
          options={done.map(({ id, from, to, problems: found }) => ({
            value: id,
            label: `${from} — ${to}(${found})`,
          }))}
        />
      </Form.Item>
    </FormButton>
  );
}
