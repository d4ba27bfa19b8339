import type { ReactNode } from 'react';
import './data-table.css';

interface DataTableProps {
  /** Left out where the panel's own heading says it. */
  caption?: string;
  heads: readonly string[];
  /** The first cell names its row. */
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A table of figures; on a narrow screen it scrolls sideways by itself. */
export function DataTable({ caption, heads, rows }: DataTableProps) {
  return (
    <div className="data-table">
      <table>
        {caption !== undefined && <caption>{caption}</caption>}
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, no) => (
                <td key={heads[no + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
