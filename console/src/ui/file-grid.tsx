import { FileOutlined } from '@ant-design/icons';
import { filePurposeLabel, filePurposes, type shapes, showsInPage } from '@minsheng/contract';
import type { z } from 'zod';
import { bytesText, shortInstant } from './format.ts';
import { fileAddress } from './ground.queries.ts';
import { fileText } from './text.ts';

export type FileView = z.output<typeof shapes.fileView>;

function Picture({ file }: { file: FileView }) {
  if (!showsInPage(file.mime)) return <FileOutlined className="file-icon" />;
  return <img src={fileAddress(file.id)} alt="" loading="lazy" />;
}

/** What stands in the way of seeing it here; null when nothing does. */
function troubleOf({ mime, mayOpen }: FileView): string | null {
  if (!mayOpen) return fileText.centreOnly;
  return mime.startsWith('image/') && !showsInPage(mime) ? fileText.download : null;
}

function captionOf(file: FileView): string {
  return [
    file.takenAt === null
      ? shortInstant(file.addedAt)
      : fileText.takenAt(shortInstant(file.takenAt)),
    file.point === null ? '' : fileText.withPlace,
    file.unitName ?? '',
    bytesText(file.bytes),
    troubleOf(file) ?? '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function NamedPicture({ file }: { file: FileView }) {
  const shown = (
    <>
      <Picture file={file} />
      <span>{file.name}</span>
    </>
  );
  if (!file.mayOpen) return <span className="file-shut">{shown}</span>;
  return (
    <a
      href={fileAddress(file.id)}
      target="_blank"
      rel="noreferrer"
      aria-label={fileText.open(file.name)}
    >
      {shown}
    </a>
  );
}

/** Photos and papers of an order, each with when, where and by whom. */
export function FileGrid({ files }: { files: readonly FileView[] }) {
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <NamedPicture file={file} />
          <small>{captionOf(file)}</small>
        </li>
      ))}
    </ul>
  );
}

/** 按用途分组: what the citizen sent, what was found on the scene, before, after, other proof. */
export function FileGroups({ files }: { files: readonly FileView[] }) {
  if (files.length === 0) return <p className="soft">{fileText.none}</p>;
  const groups = filePurposes
    .map((purpose) => ({ purpose, own: files.filter((file) => file.purpose === purpose) }))
    .filter(({ own }) => own.length > 0);
  return (
    <div className="file-groups">
      {groups.map(({ purpose, own }) => (
        <section key={purpose}>
          <h3>{fileText.group(filePurposeLabel[purpose], own.length)}</h3>
          <FileGrid files={own} />
        </section>
      ))}
    </div>
  );
}

/** Photos of which only the number is known. */
export function PhotoStrip({ fileIds, label }: { fileIds: readonly string[]; label: string }) {
  if (fileIds.length === 0) return null;
  return (
    <ul className="photo-strip" aria-label={label}>
      {fileIds.map((id, index) => (
        <li key={id}>
          <a href={fileAddress(id)} target="_blank" rel="noreferrer">
            <img src={fileAddress(id)} alt={`${label} ${index + 1}`} loading="lazy" />
          </a>
        </li>
      ))}
    </ul>
  );
}
