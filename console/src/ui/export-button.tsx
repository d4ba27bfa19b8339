import { shapes } from '@minsheng/contract';
import { downloadSheet } from './download.ts';
import { PurposeButton } from './purpose-button.tsx';
import { purposeText } from './text.ts';

interface ExportButtonProps {
  /** Below `/api`. */
  path: string;
  /** Which list, as the server takes it. */
  of: object;
  /** Of the file, without its ending. */
  name: string;
  /** What besides is to be known. */
  help?: string;
}

/** 导出 the list shown, with its limit said. */
export function ExportButton({ path, of, name, help }: ExportButtonProps) {
  return (
    <span className="no-print">
      <PurposeButton
        label={purposeText.export}
        help={`${help ?? purposeText.exportShown}${purposeText.exportLimit(shapes.mostExported)}`}
        download={(purpose) => downloadSheet(`/api${path}`, { ...of, purpose }, `${name}.xlsx`)}
      />
    </span>
  );
}
