import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { type FilePurpose, showsInPage } from '@minsheng/contract';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import type { FileView } from './file-grid.tsx';
import { fileAddress } from './ground.queries.ts';
import { fileText } from './text.ts';
import { upload } from './upload.ts';

const accepted = 'image/jpeg,image/png,image/webp,image/heic,video/mp4,audio/*,.pdf,.docx,.xlsx';

export interface KeptFile {
  id: string;
  name: string;
  mime: string;
}

interface FileUploadProps {
  orderId: string | null;
  purpose: FilePurpose;
  files: readonly KeptFile[];
  onChange: (files: readonly KeptFile[]) => void;
  label?: string;
  most?: number;
}

const keptOf = (view: FileView): KeptFile => ({ id: view.id, name: view.name, mime: view.mime });

function Kept({ file, onRemove }: { file: KeptFile; onRemove: () => void }) {
  return (
    <li>
      <a
        href={fileAddress(file.id)}
        target="_blank"
        rel="noreferrer"
        aria-label={fileText.open(file.name)}
      >
        {showsInPage(file.mime) ? <img src={fileAddress(file.id)} alt="" /> : null}
        <span>{file.name}</span>
      </a>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={fileText.remove(file.name)}
        onClick={onRemove}
      />
    </li>
  );
}

/** Adds files one by one; a refused one is named, the others stay. */
export function FileUpload({ orderId, purpose, files, onChange, label, most }: FileUploadProps) {
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const limit = most ?? 9;
  const add = async (chosen: readonly File[]) => {
    setBusy(true);
    let kept = files;
    for (const file of chosen.slice(0, limit - files.length)) {
      try {
        kept = [...kept, keptOf(await upload({ file, orderId, purpose }))];
        onChange(kept);
      } catch (cause) {
        message.error(`${file.name}:${cause instanceof Error ? cause.message : ''}`, 6);
      }
    }
    setBusy(false);
  };
  return (
    <div className="uploads">
      {files.length > 0 && (
        <ul className="kept-files">
          {files.map((file) => (
            <Kept
              key={file.id}
              file={file}
              onRemove={() => onChange(files.filter((one) => one.id !== file.id))}
            />
          ))}
        </ul>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={accepted}
        aria-label={label ?? fileText.add}
        onChange={(event) => {
          add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button
        icon={<PlusOutlined />}
        loading={busy}
        disabled={files.length >= limit}
        onClick={() => input.current?.click()}
      >
        {busy ? fileText.uploading : (label ?? fileText.add)}
      </Button>
    </div>
  );
}
