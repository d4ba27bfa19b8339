import { operations } from '../../shell/operations.ts';
import { dropKeptPhotos } from '../../ui/kept-photos.ts';
import { PhotoPicker } from '../../ui/photo-picker.tsx';
import { sentPhotos } from '../../ui/photos.ts';
import type { DutyScreenProps } from './duty.ts';
import { photosNameOf, useDutyPhotos } from './duty-photo-sending.ts';
import { photoProblems } from './photo-problems.ts';
import { PlaceTick } from './place-tick.tsx';
import { useFrontLine } from './session.ts';
import { SmallScreen } from './small-screen.tsx';
import { frontLineText } from './text.ts';
import { usePlace } from './use-place.ts';

const words = frontLineText.arrive;
const mostPhotos = 9;

/** 到场: a photo with time and place; without either it still counts. */
export function ArriveScreen({ duty, home, done }: DutyScreenProps) {
  const { call } = useFrontLine();
  const wish = usePlace();
  const photos = useDutyPhotos({
    duty,
    name: 'arrive',
    purpose: 'arrival',
    place: wish.place,
    most: mostPhotos,
  });
  return (
    <SmallScreen
      title={words.title}
      home={home}
      sendLabel={words.send}
      problems={photoProblems(photos.list)}
      send={async (sending) => {
        const arrival = {
          orderId: duty.orderId,
          assignmentId: duty.assignmentId,
          fileIds: sentPhotos(photos).map((photo) => photo.id),
          ...(wish.place ? { at: { lng: wish.place.lng, lat: wish.place.lat } } : {}),
        };
        if (!(await sending.send(arrival, (key) => call(operations.arrive, arrival, key)))) return;
        dropKeptPhotos(photosNameOf(duty, 'arrive'));
        done(frontLineText.steps.arriveDone);
      }}
    >
      <section className="card">
        <PhotoPicker
          camera
          label={words.photos}
          hint={words.hint}
          photos={photos}
          most={mostPhotos}
        />
        <PlaceTick wish={wish} />
      </section>
    </SmallScreen>
  );
}
