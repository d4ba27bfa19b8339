import { showsInPage } from '@minsheng/contract/words/assignment.ts';
import { useEffect, useState } from 'react';
import { readFile } from '../../shell/call.ts';
import { shellText } from '../../shell/text.ts';
import type { Duty } from './duty.ts';
import { useFrontLine } from './session.ts';
import { frontLineText } from './text.ts';
import '../../ui/photos.css';

const words = frontLineText.duty;
const shownAtFirst = 3;

export type DutyFile = Pick<Duty['files'][number], 'id' | 'mayOpen'>;

interface Props {
  title: string;
  files: readonly DutyFile[];
}

/** Photos of a duty; a tap makes one large. Few are loaded at first: the front line pays for its data. */
export function DutyPhotos({ title, files }: Props) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? files : files.slice(0, shownAtFirst);
  return (
    <>
      <h3>{title}</h3>
      <ul className="photo-list">
        {shown.map(({ id, mayOpen }, index) =>
          mayOpen ? (
            <DutyPhoto key={id} fileId={id} nth={index + 1} />
          ) : (
            <li key={id} className="photo-tile">
              <span className="photo-blank">{words.centreOnly}</span>
            </li>
          ),
        )}
      </ul>
      {shown.length < files.length ? (
        <button type="button" className="button is-plain" onClick={() => setAll(true)}>
          {frontLineText.more}
        </button>
      ) : null}
    </>
  );
}

type Loaded =
  | { state: 'loading' | 'failed' }
  | { state: 'shown'; address: string; isPicture: boolean };

function DutyPhoto({ fileId, nth }: { fileId: string; nth: number }) {
  const loaded = useFile(fileId);
  const [isLarge, setLarge] = useState(false);
  if (loaded.state !== 'shown') {
    return (
      <li className="photo-tile">
        <span className="photo-blank">
          {loaded.state === 'loading' ? shellText.loading : words.photoFailed}
        </span>
      </li>
    );
  }
  if (!loaded.isPicture) {
    return (
      <li className="photo-tile">
        <a className="photo-blank" href={loaded.address} download>
          {words.attachment(nth)}
        </a>
      </li>
    );
  }
  return (
    <li className={isLarge ? 'photo-tile is-large' : 'photo-tile'}>
      <button
        type="button"
        className="photo-zoom"
        aria-expanded={isLarge}
        onClick={() => setLarge(!isLarge)}
      >
        <img src={loaded.address} alt={words.photoNth(nth)} />
      </button>
    </li>
  );
}

function useFile(fileId: string): Loaded {
  const { as } = useFrontLine().session;
  const [loaded, setLoaded] = useState<Loaded>({ state: 'loading' });
  useEffect(() => {
    let address: string | null = null;
    let isGone = false;
    readFile(fileId, as).then(
      (blob) => {
        if (isGone) return;
        address = URL.createObjectURL(blob);
        setLoaded({ state: 'shown', address, isPicture: showsInPage(blob.type) });
      },
      () => setLoaded({ state: 'failed' }),
    );
    return () => {
      isGone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [fileId, as]);
  return loaded;
}
