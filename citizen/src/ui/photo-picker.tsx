import { type ChangeEvent, useId } from 'react';
import { shellText } from '../shell/text.ts';
import { Notice } from './notice.tsx';
import { hasUnopened, type Photo, type Photos } from './photos.ts';
import './photos.css';

const words = shellText.photo;

interface Props {
  label: string;
  hint?: string;
  photos: Photos;
  most: number;
  /** Opens the camera at once; without it the phone offers camera and album. */
  camera?: boolean;
}

export function PhotoPicker({ label, hint, photos, most, camera }: Props) {
  const inputId = useId();
  const left = most - photos.list.length;

  const take = (event: ChangeEvent<HTMLInputElement>) => {
    photos.add(Array.from(event.target.files ?? []));
    // The same file may be chosen again after it was removed.
    event.target.value = '';
  };

  return (
    <div className="field photos">
      <div className="field-label">{label}</div>
      {hint ? <p className="hint">{hint}</p> : null}
      <ul className="photo-list" aria-live="polite">
        {photos.list.map((photo, index) => (
          <PhotoTile key={photo.localId} photo={photo} nth={index + 1} photos={photos} />
        ))}
        {left > 0 ? (
          <li className="photo-tile">
            <input
              id={inputId}
              className="photo-input"
              type="file"
              accept="image/*"
              multiple={most > 1 && !camera}
              {...(camera ? { capture: 'environment' as const } : {})}
              onChange={take}
            />
            <label className="photo-add" htmlFor={inputId}>
              <span aria-hidden="true" className="photo-plus">
                +
              </span>
              <span>{camera ? words.take : words.add}</span>
              <span className="for-ears">
                {label},{words.left(left)}
              </span>
            </label>
          </li>
        ) : null}
      </ul>
      {hasUnopened(photos) ? <Notice kind="warn">{words.heic}</Notice> : null}
    </div>
  );
}

function PhotoTile({ photo, nth, photos }: { photo: Photo; nth: number; photos: Photos }) {
  return (
    <li className={`photo-tile is-${photo.state}`}>
      {photo.thumb ? (
        <img src={photo.thumb} alt={words.nth(nth)} />
      ) : (
        <span className="photo-blank">{words.nth(nth)}</span>
      )}
      <span className="photo-state">{stateWords(photo)}</span>
      {photo.state === 'failed' && photo.mayRetry ? (
        <button
          type="button"
          className="photo-retry"
          aria-label={words.retryNth(nth)}
          onClick={() => photos.retry(photo.localId)}
        >
          {words.retry}
        </button>
      ) : null}
      <button
        type="button"
        className="photo-remove"
        aria-label={words.removeNth(nth)}
        onClick={() => photos.remove(photo.localId)}
      >
        ×
      </button>
      {photo.sentence ? <span className="photo-sentence">{photo.sentence}</span> : null}
    </li>
  );
}

function stateWords(photo: Photo): string {
  switch (photo.state) {
    case 'shrinking':
      return words.shrinking;
    case 'sending':
      return words.sending(photo.percent);
    case 'sent':
      return words.sent;
    case 'failed':
      return words.failed;
    default:
      return photo.state satisfies never;
  }
}
