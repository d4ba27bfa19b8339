import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { measureKindLabel, measureKinds } from '@minsheng/contract';
import { Button, Input, InputNumber, Select } from 'antd';
import { newKey } from '../../shell/key.ts';
import type { ReplyDraft } from './reply-form.ts';
import { replyText } from './text.ts';

interface RowsProps<Row> {
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
}

function changed<Row>(rows: readonly Row[], index: number, part: Partial<Row>): Row[] {
  return rows.map((row, at) => (at === index ? { ...row, ...part } : row));
}

function without<Row>(rows: readonly Row[], index: number): Row[] {
  return rows.filter((_, at) => at !== index);
}

/** 措施: 人防、物防、技防、制度. */
export function MeasureRows({ rows, onChange }: RowsProps<ReplyDraft['measures'][number]>) {
  return (
    <fieldset className="rows-field">
      <legend>{replyText.measures}</legend>
      {rows.map((row, index) => (
        <div key={row.key} className="measure-row">
          <Select
            aria-label={replyText.measureKind}
            value={row.kind}
            options={measureKinds.map((kind) => ({ value: kind, label: measureKindLabel[kind] }))}
            onChange={(kind) => onChange(changed(rows, index, { kind }))}
          />
          <Input
            aria-label={replyText.measureWhat}
            placeholder={replyText.measureWhat}
            value={row.what}
            onChange={(event) => onChange(changed(rows, index, { what: event.target.value }))}
          />
          <Button
            icon={<DeleteOutlined />}
            aria-label={replyText.remove}
            onClick={() => onChange(without(rows, index))}
          />
        </div>
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() => onChange([...rows, { key: newKey(), kind: 'people', what: '' }])}
      >
        {replyText.addMeasure}
      </Button>
    </fieldset>
  );
}

/** 设施变化: what now stands there that did not before, how many, where. */
export function AssetRows({ rows, onChange }: RowsProps<ReplyDraft['assetChanges'][number]>) {
  return (
    <fieldset className="rows-field">
      <legend>{replyText.assets}</legend>
      {rows.map((row, index) => (
        <div key={row.key} className="asset-row">
          <Input
            aria-label={replyText.assetWhat}
            placeholder={replyText.assetWhat}
            value={row.what}
            onChange={(event) => onChange(changed(rows, index, { what: event.target.value }))}
          />
          <InputNumber
            aria-label={replyText.assetCount}
            min={1}
            max={100000}
            precision={0}
            value={row.count}
            onChange={(count) => onChange(changed(rows, index, { count: count ?? 1 }))}
          />
          <Input
            aria-label={replyText.assetPlace}
            placeholder={replyText.assetPlace}
            value={row.place}
            onChange={(event) => onChange(changed(rows, index, { place: event.target.value }))}
          />
          <Button
            icon={<DeleteOutlined />}
            aria-label={replyText.remove}
            onClick={() => onChange(without(rows, index))}
          />
        </div>
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() => onChange([...rows, { key: newKey(), what: '', count: 1, place: '' }])}
      >
        {replyText.addAsset}
      </Button>
    </fieldset>
  );
}
