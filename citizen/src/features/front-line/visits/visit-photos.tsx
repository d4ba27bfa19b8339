import { type ChangeEvent, useId, useState } from 'react';
import { Notice } from '../../../ui/notice.tsx';
import type { KeptPhoto, KeptVisit } from './kept-visit.ts';
import { dropPhoto, keepPhoto } from './store.ts';
import { takePhoto } from './take-photo.ts';
import { visitsText } from './text.ts';
import type { Visits } from './use-visits.ts';
import '../../../ui/photos.css';

const words = visitsText.photo;
const mostPhotos = 30;

interface Props {
  label: string;
  itemCode: string | null;
  visit: KeptVisit;
  visits: Visits;
}

/** 拍照: each is stamped and kept on the phone at once; sending comes later. */
export function VisitPhotos({ label, itemCode, visit, visits }: Props) {
  const inputId = useId();
  const [state, setState] = useState({ isWorking: false, trouble: null as string | null });
  const all = visits.photos.filter(({ visitId }) => visitId === visit.id);
  const own = all.filter((photo) => photo.itemCode === itemCode);

  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = '';
    if (!file) return;
    setState({ isWorking: true, trouble: null });
    const photo = await takePhoto(file, { visit, itemCode });
    const trouble = photo === null ? words.unreadable : photo.place ? null : words.noPlace;
    const kept = photo === null ? true : await keepPhoto(photo).then(ok, failed);
    setState({ isWorking: false, trouble: kept ? trouble : visitsText.storeFailed });
    visits.changed();
  };

  return (
    <div className="field photos">
      <ul className="photo-list" aria-live="polite">
        {own.map((photo, index) => (
          <PhotoTile key={photo.id} photo={photo} nth={index + 1} visits={visits} />
        ))}
        {all.length < mostPhotos ? (
          <li className="photo-tile">
            <input
              id={inputId}
              className="photo-input"
              type="file"
              accept="image/*"
              capture="environment"
              disabled={state.isWorking}
              onChange={(event) => void take(event)}
            />
            <label className="photo-add" htmlFor={inputId}>
              <span aria-hidden="true" className="photo-plus">
                +
              </span>
              <span>{own.length === 0 ? words.take : words.more}</span>
              <span className="for-ears">{label}</span>
            </label>
          </li>
        ) : null}
      </ul>
      {state.isWorking ? (
        <p className="hint" role="status">
          {words.working}
        </p>
      ) : null}
      {state.trouble ? <Notice kind="warn">{state.trouble}</Notice> : null}
    </div>
  );
}

const ok = () => true;
const failed = () => false;

interface TileProps {
  photo: KeptPhoto;
  nth: number;
  visits: Visits;
}

function PhotoTile({ photo, nth, visits }: TileProps) {
  return (
    <li className="photo-tile">
      <img src={photo.thumb} alt={words.nth(nth)} />
      <span className="photo-mark">{photo.isSent ? words.isSent : words.isWaiting}</span>
      {photo.isSent ? null : (
        <button
          type="button"
          className="photo-remove"
          aria-label={words.remove(nth)}
          onClick={() => void dropPhoto(photo.id).then(visits.changed)}
        >
          ×
        </button>
      )}
    </li>
  );
}
