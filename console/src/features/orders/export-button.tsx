import { downloadSheet } from '../../ui/download.ts';
import { PurposeButton } from '../../ui/purpose-button.tsx';
import { saidFilters } from './order.queries.ts';
import type { OrdersSearch } from './search.ts';
import { searchText } from './text.ts';

/** 导出 what the search finds. */
export function ExportButton({ filters }: { filters: OrdersSearch }) {
  return (
    <PurposeButton
      label={searchText.export}
      help={searchText.exportHelp}
      download={(purpose) =>
        downloadSheet(
          '/api/orders/export',
          { filters: saidFilters(filters), purpose },
          'orders.xlsx',
        )
      }
    />
  );
}
