import { appealTypeLabel, urgencyLabel } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useMe } from '../../shell/session.ts';
import { Ask } from '../../ui/ask.tsx';
import { Facts } from '../../ui/facts.tsx';
import { matterQuery } from '../../ui/ground.queries.ts';
import { Panel } from '../../ui/panel.tsx';
import { FieldDrawer } from './field-drawer.tsx';
import type { Matter, MatterField } from './matter-field.ts';
import { matterText } from './text.ts';

function requiredWord({ required }: MatterField, all: readonly MatterField[]): string {
  if (typeof required === 'string') return matterText.requiredWords[required];
  const other = all.find((field) => field.code === required.field)?.label ?? required.field;
  return matterText.requiredWords.when(other, required.is.join('、'));
}

function FieldLine({
  field,
  all,
  onEdit,
}: {
  field: MatterField;
  all: readonly MatterField[];
  /** Null for who may only read. */
  onEdit: (() => void) | null;
}) {
  return (
    <li className="field-line">
      <div>
        <strong>{field.label}</strong> <span className="soft mono">{field.code}</span>
        <p className="soft">
          {matterText.kinds[field.kind]} · {requiredWord(field, all)} ·{' '}
          {matterText.seenByWords[field.seenBy]}
          {field.choices.length === 0
            ? ''
            : ` · ${field.choices.map((choice) => choice.label).join('、')}`}
        </p>
      </div>
      {onEdit !== null && (
        <Button size="small" onClick={onEdit}>
          {matterText.edit}
        </Button>
      )}
    </li>
  );
}

function Fields({ matter }: { matter: Matter }) {
  const [edited, setEdited] = useState<MatterField | 'new' | null>(null);
  const mayEdit = useMe().account.permissions.includes('city.edit');
  return (
    <Panel
      title={matterText.fields}
      extra={mayEdit && <Button onClick={() => setEdited('new')}>{matterText.add}</Button>}
    >
      {matter.fields.length === 0 && <p className="soft">{matterText.noFields}</p>}
      <ul className="plain-list">
        {matter.fields.map((field) => (
          <FieldLine
            key={field.code}
            field={field}
            all={matter.fields}
            onEdit={mayEdit ? () => setEdited(field) : null}
          />
        ))}
      </ul>
      {edited !== null && (
        <FieldDrawer
          matterCode={matter.code}
          field={edited === 'new' ? null : edited}
          others={matter.fields}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

function Form({ matter }: { matter: Matter }) {
  const asks = [
    matter.asksMeasures ? matterText.asksMeasures : '',
    matter.asksAssetChanges ? matterText.asksAssets : '',
    matter.mustContact ? matterText.mustContact : '',
  ].filter((part) => part !== '');
  return (
    <Panel title={`${matter.name} ${matter.code}`}>
      <Facts
        facts={[
          { label: matterText.type, value: appealTypeLabel[matter.type] },
          { label: matterText.urgency, value: urgencyLabel[matter.urgency] },
          { label: matterText.limitClass, value: matter.limitClass },
          { label: matterText.questions, value: matter.questions.join('\n') },
          {
            label: matterText.evidence,
            value: matter.evidence
              .map(({ label, required }) => (required ? `${label}(${matterText.required})` : label))
              .join('\n'),
          },
          { label: matterText.replyForm, value: asks.join('、') },
        ]}
      />
    </Panel>
  );
}

/** 事项: its questions, evidence, reply form and own fields; fields can be changed here, without code. */
export function MatterDetail({ code }: { code: string }) {
  const matter = useQuery(matterQuery(code));
  return (
    <Ask of={matter}>
      {(found) => (
        <>
          <Form matter={found} />
          <Fields matter={found} />
        </>
      )}
    </Ask>
  );
}
