import {
  type BasisKind,
  basisKindLabel,
  basisKinds,
  media,
  type PieceKind,
  pieceKindLabel,
  pieceKinds,
} from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Form, type FormInstance, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { staleMedia, topicsQuery } from './media.queries.ts';
import { partText, writeText as words } from './text.ts';
import { type Wording, WordingFields, wordingOf } from './wording-fields.tsx';

const needed = [{ required: true, message: partText.needed }];

interface Values extends Wording {
  kind: PieceKind;
  basisKind: BasisKind;
  topics: string[];
}

/** 写稿: from topics that name nobody. */
export function WritePiece({ onWritten }: { onWritten: (pieceId: string) => void }) {
  const [form] = Form.useForm<Values>();
  const act = useAct(media.writePiece, {
    done: words.done,
    stale: staleMedia,
    quiet: true,
    onDone: ({ pieceId }) => onWritten(pieceId),
  });
  return (
    <FormButton<Values, Parameters<typeof act.mutate>[0], { pieceId: string }>
      label={words.button}
      kind="primary"
      act={act}
      form={form}
      initial={{ kind: 'story', basisKind: 'order' }}
      input={({ kind, basisKind, topics, ...rest }) => ({
        kind,
        restsOn: topics.map((ref) => ({ kind: basisKind, ref })),
        ...wordingOf(rest),
      })}
    >
      <Form.Item name="kind" label={words.kind} rules={needed}>
        <Select options={pieceKinds.map((value) => ({ value, label: pieceKindLabel[value] }))} />
      </Form.Item>
      <TopicFields form={form} />
      <WordingFields />
    </FormButton>
  );
}

function TopicFields({ form }: { form: FormInstance<Values> }) {
  const kind: BasisKind = Form.useWatch('basisKind', form) ?? 'order';
  const found = useQuery(topicsQuery(kind));
  const rows = found.data?.rows ?? [];
  const take = (refs: string[]) => {
    const chosen = rows.filter(({ ref }) => refs.includes(ref));
    form.setFieldsValue({
      title: chosen[0]?.title.slice(0, 80) ?? '',
      words: chosen.map((row) => row.words).join('\n'),
    });
  };
  return (
    <>
      <Form.Item name="basisKind" label={words.basisKind} rules={needed}>
        <Select
          options={basisKinds.map((value) => ({ value, label: basisKindLabel[value] }))}
          onChange={() => form.setFieldsValue({ topics: [] })}
        />
      </Form.Item>
      <Form.Item name="topics" label={words.topic} extra={words.topicHelp} rules={needed}>
        <Select
          mode="multiple"
          loading={found.isPending}
          notFoundContent={words.none}
          showSearch={{ optionFilterProp: 'label' }}
          options={rows.map(({ ref, title, weight }) => ({
            value: ref,
            label: weight === null ? title : `${title}${words.weight(weight)}`,
          }))}
          onChange={take}
        />
      </Form.Item>
    </>
  );
}
