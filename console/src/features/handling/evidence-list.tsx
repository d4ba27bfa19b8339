import { evidencePurpose } from '@minsheng/contract';
import { FileUpload } from '../../ui/file-upload.tsx';
import type { DutyView } from './duty-view.ts';
import type { ReplyDraft } from './reply-form.ts';
import { replyText } from './text.ts';

type Kept = ReplyDraft['evidence'];

interface EvidenceListProps {
  duty: DutyView;
  kept: Kept;
  onChange: (kept: Kept) => void;
}

/** 办理证据: one upload for each line of the matter's evidence list. */
export function EvidenceList({ duty, kept, onChange }: EvidenceListProps) {
  if (duty.evidence.length === 0) return null;
  return (
    <fieldset className="rows-field">
      <legend>{replyText.evidence}</legend>
      <ul className="plain-list">
        {duty.evidence.map(({ code, label, required }) => (
          <li key={code}>
            <FileUpload
              orderId={duty.orderId}
              purpose={evidencePurpose(code)}
              label={required ? `${label}(${replyText.required})` : label}
              files={kept.filter((file) => file.code === code)}
              onChange={(files) =>
                onChange([
                  ...kept.filter((file) => file.code !== code),
                  ...files.map(({ id, name, mime }) => ({ code, id, name, mime })),
                ])
              }
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
