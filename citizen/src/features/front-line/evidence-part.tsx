import { evidencePurpose } from '@minsheng/contract/words/assignment.ts';
import { useEffect } from 'react';
import { PhotoPicker } from '../../ui/photo-picker.tsx';
import type { Photo } from '../../ui/photos.ts';
import { useDutyPhotos } from './duty-photo-sending.ts';
import { PlaceTick } from './place-tick.tsx';
import type { EvidenceNeed } from './reply-draft.ts';
import type { DutyKey } from './session.ts';
import { frontLineText } from './text.ts';
import { type PlaceWish, usePlace } from './use-place.ts';

const words = frontLineText.finish;
const mostEach = 5;

export type EvidenceState = Readonly<Record<string, readonly Photo[]>>;

interface Props {
  duty: DutyKey;
  needs: readonly EvidenceNeed[];
  onChange: (code: string, list: readonly Photo[]) => void;
}

/** 办理证据: one row of photos for each thing the matter wants to see. */
export function EvidencePart({ duty, needs, onChange }: Props) {
  const wish = usePlace();
  const first = needs.filter((need) => need.required || isOfTheScene(need.code));
  const rest = needs.filter((need) => !first.includes(need));
  const picker = (need: EvidenceNeed) => (
    <EvidencePicker key={need.code} duty={duty} need={need} wish={wish} onChange={onChange} />
  );
  return (
    <section className="card">
      <h2>{words.photosLead}</h2>
      {first.map(picker)}
      <PlaceTick wish={wish} />
      {rest.length > 0 ? (
        <details>
          <summary>{words.moreEvidence}</summary>
          {rest.map(picker)}
        </details>
      ) : null}
    </section>
  );
}

interface PickerProps {
  duty: DutyKey;
  need: EvidenceNeed;
  wish: PlaceWish;
  onChange: Props['onChange'];
}

function EvidencePicker({ duty, need, wish, onChange }: PickerProps) {
  const photos = useDutyPhotos({
    duty,
    name: need.code,
    purpose: evidencePurpose(need.code),
    place: wish.place,
    most: mostEach,
  });
  useEffect(() => onChange(need.code, photos.list), [need.code, photos.list, onChange]);
  return (
    <PhotoPicker
      label={need.required ? need.label : `${need.label}${words.optional}`}
      photos={photos}
      most={mostEach}
    />
  );
}

/** 前后照片 are asked for openly even where the matter does not insist; papers are folded away. */
const isOfTheScene = (code: string) => evidencePurpose(code) !== 'evidence';
