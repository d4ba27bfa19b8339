import { useQuery } from '@tanstack/react-query';
import { Button, Spin } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { cityQuery } from './ground.queries.ts';
import type { MapMark } from './map-canvas.tsx';
import { mapText } from './text.ts';

const Canvas = lazy(async () => {
  const { MapCanvas } = await import('./map-canvas.tsx');
  return { default: MapCanvas };
});

interface MapPointsProps {
  marks: readonly MapMark[];
  onPick?: (at: { lng: number; lat: number }) => void;
}

/** Points on a map; coordinates stand beside it in words, so nobody needs the picture. */
export function MapPoints({ marks, onPick }: MapPointsProps) {
  const { data: city } = useQuery(cityQuery);
  if (city === undefined) return null;
  return (
    <div className="map-box">
      <Suspense fallback={<Spin description={mapText.loading} />}>
        <Canvas
          marks={marks}
          centre={city.centre}
          tiles={city.tiles}
          {...(onPick === undefined ? {} : { onPick })}
        />
      </Suspense>
      {city.tiles === null && <p className="soft">{mapText.noTiles}</p>}
    </div>
  );
}

interface PointPickerProps {
  value?: { lng: number; lat: number } | null;
  onChange?: (at: { lng: number; lat: number } | null) => void;
  name: string;
}

/** Where it is, if the caller can say: the map opens only when asked for. */
export function PointPicker({ value, onChange, name }: PointPickerProps) {
  const [open, setOpen] = useState(false);
  const marks = useMemo(
    () => (value === undefined || value === null ? [] : [{ ...value, name }]),
    [value, name],
  );
  return (
    <div>
      <div className="inline">
        <Button size="small" onClick={() => setOpen(!open)} aria-expanded={open}>
          {mapText.openMap}
        </Button>
        {value !== undefined && value !== null && (
          <>
            <span className="soft">{mapText.coordinates(value.lng, value.lat)}</span>
            <Button size="small" onClick={() => onChange?.(null)}>
              {mapText.clear}
            </Button>
          </>
        )}
      </div>
      {open && (
        <>
          <p className="soft">{mapText.pick}</p>
          <MapPoints marks={marks} onPick={(at) => onChange?.(at)} />
        </>
      )}
    </div>
  );
}
