import { Field } from '../../ui/field.tsx';
import type { ReplyDraft, ReplyPartProps } from './reply-draft.ts';
import { frontLineText } from './text.ts';

const words = frontLineText.finish;
type Asset = ReplyDraft['assetChanges'][number];

/** 设施变化: what was put up or taken down, how many, where (HC1: posts at the entrance). */
export function FinishAssets({ draft, change }: ReplyPartProps) {
  const set = (index: number, part: Partial<Asset>) =>
    change({
      assetChanges: draft.assetChanges.map((asset, at) =>
        at === index ? { ...asset, ...part } : asset,
      ),
    });
  const drop = (index: number) =>
    change({ assetChanges: draft.assetChanges.filter((_, at) => at !== index) });
  const add = () =>
    change({ assetChanges: [...draft.assetChanges, { what: '', count: '1', place: '' }] });
  return (
    <section className="card">
      <h2>{words.assets}</h2>
      {draft.assetChanges.map((asset, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and are only added at the end.
        <div key={index} className="panel">
          <AssetFields asset={asset} set={(part) => set(index, part)} />
          <button
            type="button"
            className="button"
            aria-label={words.dropAsset}
            onClick={() => drop(index)}
          >
            {words.drop}
          </button>
        </div>
      ))}
      <button type="button" className="button" onClick={add}>
        {words.addAsset}
      </button>
    </section>
  );
}

function AssetFields({ asset, set }: { asset: Asset; set: (part: Partial<Asset>) => void }) {
  return (
    <>
      <Field label={words.assetWhat}>
        {(control) => (
          <input
            {...control}
            type="text"
            maxLength={200}
            value={asset.what}
            onChange={(event) => set({ what: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.assetCount}>
        {(control) => (
          <input
            {...control}
            type="text"
            inputMode="numeric"
            maxLength={6}
            value={asset.count}
            onChange={(event) => set({ count: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.assetPlace}>
        {(control) => (
          <input
            {...control}
            type="text"
            maxLength={200}
            value={asset.place}
            onChange={(event) => set({ place: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
