import { handling } from '@minsheng/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FileUpload, type KeptFile } from '../../ui/file-upload.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { staleAfterDuty } from './duty.queries.ts';
import { type DutyProps, keyOf } from './duty-view.ts';
import { actionText } from './text.ts';

interface Place {
  lng: number;
  lat: number;
}

/** Asks the browser where we are; a refusal changes nothing. */
function usePlace() {
  const [place, setPlace] = useState<Place | null>(null);
  const [refused, setRefused] = useState(false);
  const ask = () => {
    if (!('geolocation' in navigator)) {
      setRefused(true);
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => setPlace({ lng: coords.longitude, lat: coords.latitude }),
      () => setRefused(true),
      { enableHighAccuracy: true, timeout: 8000 },
    );
  };
  return { place, refused, ask };
}

/** 到场. */
export function ArriveButton({ duty }: DutyProps) {
  const [open, setOpen] = useState(false);
  const [photos, setPhotos] = useState<readonly KeptFile[]>([]);
  const { place, refused, ask } = usePlace();
  const act = useAct(handling.arrive, {
    done: actionText.arriveDone,
    stale: staleAfterDuty,
    quiet: true,
    onDone: () => setOpen(false),
  });
  const submit = () =>
    act.mutate({
      ...keyOf(duty),
      fileIds: photos.map((photo) => photo.id),
      ...(place === null ? {} : { at: place }),
    });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{actionText.arrive}</Button>
      <FormDrawer
        title={actionText.arrive}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={submit}
      >
        <p className="gap-below soft">{actionText.arriveHelp}</p>
        <FileUpload
          orderId={duty.orderId}
          purpose="arrival"
          files={photos}
          onChange={setPhotos}
          label={actionText.arrivePhotos}
        />
        <p className="inline place-line">
          <Button onClick={ask} disabled={place !== null}>
            {place === null ? actionText.withPlace : actionText.placeKept}
          </Button>
          {refused && <span className="soft">{actionText.placeRefused}</span>}
        </p>
      </FormDrawer>
    </>
  );
}
