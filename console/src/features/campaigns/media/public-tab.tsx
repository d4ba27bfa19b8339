import { campaigns, publicTextStateLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useAct } from '../../../shell/act.ts';
import { Ask } from '../../../ui/ask.tsx';
import { ConfirmButton } from '../../../ui/confirm-button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FormButton } from '../../../ui/form-button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { ScanFound } from '../../../ui/scan-found.tsx';
import { entriesQuery, staleCampaigns } from '../campaigns.queries.ts';
import { type PublicText, publicTextsQuery } from './media.queries.ts';
import { mediaText, publicText as words } from './text.ts';

/** 公开进展: words for everybody, signed by a second person. */
export function PublicTab({ campaignId }: { campaignId: string }) {
  const found = useQuery(publicTextsQuery(campaignId));
  return (
    <Ask of={found}>
      {({ rows, can }) => (
        <Panel
          title={words.title}
          extra={can.write ? <WriteText campaignId={campaignId} /> : undefined}
        >
          <p className="soft">{words.help}</p>
          {rows.length === 0 && <EmptyState words={words.none} />}
          <ul className="plain-list">
            {rows.map((row) => (
              <li key={row.id}>
                <OneText row={row} maySign={can.sign} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Ask>
  );
}

function OneText({ row, maySign }: { row: PublicText; maySign: boolean }) {
  const { id: textId, state, title, words: said, scan } = row;
  return (
    <>
      <strong>{title}</strong>{' '}
      <span className="chip chip-plain">{publicTextStateLabel[state]}</span>{' '}
      <span className="soft">
        {row.entryName ?? words.whole} {words.by(row.writtenBy, row.signedBy)}
      </span>
      <p>{said}</p>
      <ScanFound found={scan} />
      {maySign && (
        <div className="inline">
          {state === 'written' && <Sign textId={textId} />}
          {state !== 'withdrawn' && <Withdraw textId={textId} />}
        </div>
      )}
    </>
  );
}

function Sign({ textId }: { textId: string }) {
  const act = useAct(campaigns.signPublicText, {
    done: words.signed,
    stale: staleCampaigns,
    quiet: true,
  });
  return (
    <FormButton
      label={words.sign}
      kind="primary"
      act={act}
      input={({ nobody = [] }: { nobody?: string[] }) => ({ textId, nobody })}
    >
      <Form.Item name="nobody" label={mediaText.nobody} extra={mediaText.nobodyHelp}>
        <Select mode="tags" open={false} />
      </Form.Item>
    </FormButton>
  );
}

function Withdraw({ textId }: { textId: string }) {
  const act = useAct(campaigns.withdrawPublicText, {
    done: words.withdrawn,
    stale: staleCampaigns,
  });
  return (
    <ConfirmButton
      label={words.withdraw}
      help={words.withdraw}
      isPending={act.isPending}
      onSure={() => act.mutate({ textId })}
    />
  );
}

interface Values {
  entryId?: string;
  title: string;
  words: string;
}

function WriteText({ campaignId }: { campaignId: string }) {
  const entries = useQuery(entriesQuery(campaignId, undefined));
  const act = useAct(campaigns.writePublicText, {
    done: words.written,
    stale: staleCampaigns,
    quiet: true,
  });
  const needed = [{ required: true, whitespace: true, message: mediaText.needed }];
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { textId: string }>
      label={words.write}
      act={act}
      input={({ entryId, ...rest }) => ({
        campaignId,
        ...rest,
        ...(entryId !== undefined && { entryId }),
      })}
    >
      <Form.Item name="entryId" label={words.about}>
        <Select
          allowClear
          placeholder={words.whole}
          showSearch={{ optionFilterProp: 'label' }}
          options={(entries.data?.rows ?? []).map(({ id, no, name }) => ({
            value: id,
            label: `${no}. ${name}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="title" label={words.heading} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="words" label={words.words} rules={needed}>
        <Input.TextArea rows={5} maxLength={1000} showCount />
      </Form.Item>
    </FormButton>
  );
}
