import { media, reviewStepLabel } from '@minsheng/contract';
import { App, Form, Input, Radio, Select } from 'antd';
import { useAct } from '../../shell/act.ts';
import { FormButton } from '../../ui/form-button.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { type Piece, staleMedia } from './media.queries.ts';
import { partText, piecesText, writeText as words } from './text.ts';
import { type Wording, WordingFields, wordingOf } from './wording-fields.tsx';

/** What may be done with a piece now. */
export function PieceActs({ piece }: { piece: Piece }) {
  const { can } = piece;
  if (!can.write && !can.sign && !can.withdraw) return null;
  return (
    <div className="inline gap-below">
      {can.sign && <Sign piece={piece} />}
      {can.write && <Rewrite piece={piece} />}
      {can.withdraw && <Withdraw pieceId={piece.id} />}
    </div>
  );
}

interface SignValues {
  agreed: boolean;
  words: string;
  nobody?: string[];
}

function Sign({ piece: { id: pieceId, wordsNo, next, scan } }: { piece: Piece }) {
  const { message } = App.useApp();
  const act = useAct(media.signPiece, {
    done: null,
    stale: staleMedia,
    quiet: true,
    onDone: ({ isPublished }) => message.success(isPublished ? words.published : words.signed),
  });
  if (next === null) return null;
  return (
    <FormButton<SignValues, Parameters<typeof act.mutate>[0], { isPublished: boolean }>
      label={words.sign(reviewStepLabel[next])}
      kind="primary"
      act={act}
      initial={{ agreed: true }}
      input={({ nobody = [], ...rest }) => ({ pieceId, wordsNo, step: next, ...rest, nobody })}
    >
      <Form.Item name="agreed" label={words.agreed}>
        <Radio.Group
          options={[
            { value: true, label: piecesText.agreed },
            { value: false, label: piecesText.refused },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="words"
        label={words.signWords}
        rules={[{ required: true, whitespace: true, min: 2, message: partText.least(2) }]}
      >
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      {scan.some(({ mayBeNobody }) => mayBeNobody) && (
        <Form.Item name="nobody" label={words.nobody} extra={words.nobodyHelp}>
          <Select mode="tags" open={false} />
        </Form.Item>
      )}
    </FormButton>
  );
}

interface Again extends Wording {
  reason?: string;
}

function Rewrite({ piece }: { piece: Piece }) {
  const act = useAct(media.rewritePiece, { done: words.done, stale: staleMedia, quiet: true });
  const isPublic = piece.state === 'published';
  const { title, words: said, clipUrl, showsPerson } = piece;
  return (
    <FormButton<Again, Parameters<typeof act.mutate>[0], { wordsNo: number }>
      label={isPublic ? words.correct : words.again}
      act={act}
      initial={{ title, words: said, showsPerson, ...(clipUrl === null ? {} : { clipUrl }) }}
      input={({ reason = '', ...rest }) => ({ pieceId: piece.id, ...wordingOf(rest), reason })}
    >
      {isPublic && (
        <Form.Item
          name="reason"
          label={words.reason}
          extra={words.reasonHelp}
          rules={[{ required: true, whitespace: true, min: 4, message: partText.least(4) }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
      <WordingFields />
    </FormButton>
  );
}

function Withdraw({ pieceId }: { pieceId: string }) {
  const act = useAct(media.withdrawPiece, {
    done: words.withdrawnDone,
    stale: staleMedia,
    quiet: true,
  });
  return (
    <ReasonButton
      label={words.withdraw}
      help={words.withdrawHelp}
      act={act}
      danger
      needed
      least={4}
      input={(reason) => ({ pieceId, reason })}
    />
  );
}
