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

const words = frontLineText.fixed;
const mostPhotos = 9;

/** 已修复: the danger is gone, before the paperwork is. */
export function FixedScreen({ duty, home, done }: DutyScreenProps) {
  const { call } = useFrontLine();
  const wish = usePlace();
  const photos = useDutyPhotos({
    duty,
    name: 'fixed',
    purpose: 'after',
    place: wish.place,
    most: mostPhotos,
  });
  return (
    <SmallScreen
      title={words.title}
      home={home}
      words={words.words}
      sendLabel={words.send}
      problems={photoProblems(photos.list)}
      send={async (sending) => {
        const fixed = {
          orderId: duty.orderId,
          assignmentId: duty.assignmentId,
          fileIds: sentPhotos(photos).map((photo) => photo.id),
        };
        let minutes = 0;
        const isDone = await sending.send(fixed, async (key) => {
          minutes = (await call(operations.markFixed, fixed, key)).minutesFromAcceptance;
        });
        if (!isDone) return;
        dropKeptPhotos(photosNameOf(duty, 'fixed'));
        done(frontLineText.steps.fixedDone(Math.floor(minutes)));
      }}
    >
      <section className="card">
        <PhotoPicker camera label={words.photos} photos={photos} most={mostPhotos} />
        <PlaceTick wish={wish} />
      </section>
    </SmallScreen>
  );
}
