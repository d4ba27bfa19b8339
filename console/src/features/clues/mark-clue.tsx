import { clueStateLabel, clues } from '@minsheng/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { Ask } from '../../ui/ask.tsx';
import { Field } from '../../ui/field.tsx';
import { FileUpload, type KeptFile } from '../../ui/file-upload.tsx';
import { fileAddress } from '../../ui/ground.queries.ts';
import { Panel } from '../../ui/panel.tsx';
import { WhyRefused } from '../../ui/why-refused.tsx';
import { draftQuery, staleClues } from './clues.queries.ts';
import { FactFields, type FactValues } from './fact-fields.tsx';
import { markText as words } from './text.ts';

type Draft = NonNullable<ReturnType<typeof useDraft>['data']>;
const useDraft = (orderId: string) => useQuery(draftQuery(orderId));

interface Props {
  orderId: string;
  onMarked: (clueId: string) => void;
}

/** 标记违规线索 on an order: what it says of the thing, with whoever asked taken out already. */
export function MarkOnOrder({ orderId, onMarked }: Props) {
  const draft = useDraft(orderId);
  return (
    <>
      <div className="page-title">
        <h1>{words.title}</h1>
      </div>
      <p className="soft gap-below">{words.help}</p>
      <Ask of={draft}>
        {(found) => (
          <div className="stack">
            {found.marked.length > 0 && <Marked draft={found} />}
            <Panel title={words.title}>
              <p className="gap-below">
                <Link to="/orders/$orderId" params={{ orderId }}>
                  {words.ofOrder}
                </Link>
              </p>
              <MarkForm orderId={orderId} draft={found} onMarked={onMarked} />
            </Panel>
          </div>
        )}
      </Ask>
    </>
  );
}

function Marked({ draft: { marked } }: { draft: Draft }) {
  return (
    <Panel title={words.marked}>
      <ul className="plain-list">
        {marked.map(({ no, clueId, state }) => (
          <li key={no}>
            {clueId === null ? (
              no
            ) : (
              <Link to="/clues" search={{ clue: clueId }}>
                {no}
              </Link>
            )}{' '}
            <span className="chip chip-plain">{clueStateLabel[state]}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface FormProps {
  orderId?: string;
  draft: Draft | null;
  onMarked: (clueId: string) => void;
}

/** Also without an order, for whoever works on clues. */
export function MarkForm({ orderId, draft, onMarked }: FormProps) {
  const [photoIds, setPhotoIds] = useState<string[]>([]);
  const [files, setFiles] = useState<readonly KeptFile[]>([]);
  const [form] = Form.useForm<FactValues>();
  const act = useAct(clues.markClue, {
    done: null,
    stale: staleClues,
    quiet: true,
    onDone: ({ clueId }) => onMarked(clueId),
  });
  const send = (values: FactValues) =>
    act.mutate({
      ...values,
      ...(orderId === undefined ? {} : { orderId }),
      photoIds,
      fileIds: files.map(({ id }) => id),
    });
  return (
    <Form<FactValues>
      form={form}
      className="clue-form"
      layout="vertical"
      onFinish={send}
      {...(draft && {
        initialValues: {
          subject: draft.subject,
          place: draft.place,
          areaCode: draft.areaCode,
          facts: draft.facts,
        },
      })}
    >
      <WhyRefused error={act.error} />
      <FactFields {...(draft ? { factsHelp: words.factsHelp } : {})} />
      {draft !== null && draft.photos.length > 0 && (
        <Photos photos={draft.photos} chosen={photoIds} onChoose={setPhotoIds} />
      )}
      <FileUpload
        orderId={null}
        purpose="evidence"
        files={files}
        onChange={setFiles}
        label={words.upload}
      />
      <p className="clue-acts">
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {words.submit}
        </Button>
      </p>
    </Form>
  );
}

interface PhotosProps {
  photos: Draft['photos'];
  chosen: string[];
  onChoose: (ids: string[]) => void;
}

function Photos({ photos, chosen, onChoose }: PhotosProps) {
  return (
    <Field label={words.photos} help={words.photosHelp}>
      {(id) => (
        <ul className="clue-photos" id={id}>
          {photos.map((photo) => (
            <li key={photo.id}>
              <img src={fileAddress(photo.id)} alt={photo.name} />
              <Checkbox
                checked={chosen.includes(photo.id)}
                onChange={({ target }) =>
                  onChoose(
                    target.checked
                      ? [...chosen, photo.id]
                      : chosen.filter((one) => one !== photo.id),
                  )
                }
              >
                {photo.name}
              </Checkbox>
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}
