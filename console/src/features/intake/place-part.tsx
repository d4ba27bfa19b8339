import { DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { AreaPicker } from '../../ui/area-picker.tsx';
import { Field } from '../../ui/field.tsx';
import { PointPicker } from '../../ui/map-point.tsx';
import type { FormProps } from './intake-form.ts';
import { PlaceSuggestions } from './place-suggestions.tsx';
import { formText } from './text.ts';

interface AddressPartProps extends FormProps {
  /** The form asks for a point and the thing complained of as well. */
  asksMore: boolean;
}

/** 区域和地点: what every appeal must say. */
export function AddressPart({ form, patch, asksMore }: AddressPartProps) {
  return (
    <>
      <PlaceSuggestions form={form} patch={patch} asksMore={asksMore} />
      <Field label={formText.area} needed>
        {(id) => (
          <AreaPicker id={id} value={form.areaCode} onChange={(areaCode) => patch({ areaCode })} />
        )}
      </Field>
      <Field label={formText.address}>
        {(id) => (
          <Input
            id={id}
            value={form.address}
            maxLength={200}
            placeholder={formText.addressHelp}
            onChange={(event) => patch({ address: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}

/** 地点: area, address and, if somebody can say, a point, a time and whom it is about. */
export function PlacePart({ form, patch }: FormProps) {
  return (
    <>
      <AddressPart form={form} patch={patch} asksMore />
      <div className="field">
        <PointPicker
          value={form.point}
          name={form.address}
          onChange={(point) => patch({ point })}
        />
      </div>
      <div className="form-row">
        <Field label={formText.happenedAt}>
          {(id) => (
            <DatePicker
              id={id}
              className="wide"
              showTime={{ format: 'HH:mm' }}
              format="YYYY-MM-DD HH:mm"
              value={form.happenedAt === null ? null : dayjs(form.happenedAt)}
              onChange={(at) => patch({ happenedAt: at?.toISOString() ?? null })}
            />
          )}
        </Field>
        <Field label={formText.subject}>
          {(id) => (
            <Input
              id={id}
              value={form.subjectName}
              maxLength={120}
              onChange={(event) => patch({ subjectName: event.target.value })}
            />
          )}
        </Field>
      </div>
    </>
  );
}
