import { Button } from 'antd';
import { useState } from 'react';
import { fullInstant } from '../../ui/format.ts';
import { fileAddress } from '../../ui/ground.queries.ts';
import { MapPoints } from '../../ui/map-point.tsx';
import { Panel } from '../../ui/panel.tsx';
import { visitsText } from './text.ts';
import type { Whole } from './visits.queries.ts';

type Photo = Whole['photos'][number];

/** 核查照片, each with when and where it was taken and when it arrived; on a map beside the planned place. */
export function VisitPhotos({ visit }: { visit: Whole }) {
  const [isMapOpen, setMapOpen] = useState(false);
  const marks = marksOf(visit);
  if (visit.photos.length === 0 && visit.finished === null) return null;
  return (
    <Panel
      title={visitsText.photos}
      extra={
        marks.length > 0 && (
          <Button
            className="no-print"
            aria-expanded={isMapOpen}
            onClick={() => setMapOpen(!isMapOpen)}
          >
            {visitsText.openMap}
          </Button>
        )
      }
    >
      {visit.photos.length === 0 && <p className="soft">{visitsText.noPhotos}</p>}
      {isMapOpen && <MapPoints marks={marks} />}
      <ul className="visit-photos">
        {visit.photos.map((photo, index) => (
          <Picture key={photo.file.id} photo={photo} nth={index + 1} visit={visit} />
        ))}
      </ul>
    </Panel>
  );
}

function Picture({ photo, nth, visit }: { photo: Photo; nth: number; visit: Whole }) {
  const { file, point } = photo;
  const item = visit.items.find(({ code }) => code === photo.itemCode);
  return (
    <li>
      <a href={fileAddress(file.id)} target="_blank" rel="noreferrer">
        <img src={fileAddress(file.id)} alt={visitsText.photo(nth)} />
      </a>
      <b>
        {nth}. {item?.name ?? visitsText.photos}
      </b>
      <small>{visitsText.takenAt(fullInstant(photo.takenAt))}</small>
      <small>{visitsText.sentAt(fullInstant(photo.sentAt))}</small>
      <small>
        {point === null
          ? visitsText.noSpot
          : `${visitsText.spot(point.lng, point.lat)} ${visitsText.accuracy(point.accuracyM)}`}
      </small>
    </li>
  );
}

function marksOf({ point, photos }: Whole) {
  const planned = point === null ? [] : [{ ...point, name: visitsText.planned }];
  const taken = photos.flatMap(({ point: at }, index) =>
    at === null ? [] : [{ lng: at.lng, lat: at.lat, name: String(index + 1) }],
  );
  return [...planned, ...taken];
}
