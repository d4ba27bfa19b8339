import { FileOutlined } from '@ant-design/icons';
import { filePurposeLabel, type shapes } from '@minsheng/contract';
import type { z } from 'zod';
import { bytesText, shortInstant } from './format.ts';
import { fileAddress } from './ground.queries.ts';
import { fileText } from './text.ts';

export type FileView = z.output<typeof shapes.fileView>;

function Picture({ file }: { file: FileView }) {
  if (!file.mime.startsWith('image/')) return <FileOutlined className="file-icon" />;
  return <img src={fileAddress(file.id)} alt="" loading="lazy" />;
}

function captionOf(file: FileView): string {
  return [
    filePurposeLabel[file.purpose],
    file.takenAt === null
      ? shortInstant(file.addedAt)
      : fileText.takenAt(shortInstant(file.takenAt)),
    file.point === null ? '' : fileText.withPlace,
    file.unitName ?? '',
    bytesText(file.bytes),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Photos and papers of an order, each with when, where and by whom. */
export function FileGrid({ files }: { files: readonly FileView[] }) {
  if (files.length === 0) return <p className="soft">{fileText.none}</p>;
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          <a
            href={fileAddress(file.id)}
            target="_blank"
            rel="noreferrer"
            aria-label={fileText.open(file.name)}
          >
            <Picture file={file} />
            <span>{file.name}</span>
          </a>
          <small>{captionOf(file)}</small>
        </li>
      ))}
    </ul>
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
