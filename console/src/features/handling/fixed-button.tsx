import { handling } from '@minsheng/contract';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useAct } from '../../shell/act.ts';
import { FileUpload, type KeptFile } from '../../ui/file-upload.tsx';
import { FormDrawer } from '../../ui/form-drawer.tsx';
import { staleAfterDuty } from './duty.queries.ts';
import { type DutyProps, keyOf } from './duty-view.ts';
import { actionText } from './text.ts';

/** 已修复: the danger is gone; stops “acceptance to repaired”. */
export function FixedButton({ duty }: DutyProps) {
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [photos, setPhotos] = useState<readonly KeptFile[]>([]);
  const act = useAct(handling.markFixed, {
    done: null,
    stale: staleAfterDuty,
    quiet: true,
    onDone: ({ minutesFromAcceptance }) => {
      message.success(actionText.fixedDone(Math.round(minutesFromAcceptance)));
      setOpen(false);
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{actionText.fixed}</Button>
      <FormDrawer
        title={actionText.fixed}
        open={open}
        onClose={() => setOpen(false)}
        isPending={act.isPending}
        error={act.error}
        onSubmit={() => act.mutate({ ...keyOf(duty), fileIds: photos.map((photo) => photo.id) })}
      >
        <p className="gap-below soft">{actionText.fixedHelp}</p>
        <FileUpload
          orderId={duty.orderId}
          purpose="after"
          files={photos}
          onChange={setPhotos}
          label={actionText.fixedPhotos}
        />
      </FormDrawer>
    </>
  );
}
