import { Table } from '@mantine/core';
import classes from '../board/reports.module.css';

interface FigureTableProps {
  readonly label: string;
  /** The first names the rows. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

/** Rows with a name and figures. A row with fewer cells than columns lets its last one run to the end. */
export function FigureTable({ label, columns, rows }: FigureTableProps) {
  return (
    <Table aria-label={label} className={classes.table}>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column, at) => (
            <Table.Th key={column} scope="col" className={at === 0 ? undefined : classes.figure}>
              {column}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, cells: [name, ...figures] }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" className={classes.round}>
              {name}
            </Table.Th>
            {figures.map((figure, at) => (
              <Table.Td
                key={columns[at + 1]}
                className={classes.figure}
                colSpan={at === figures.length - 1 ? columns.length - 1 - at : 1}
                c={figure === '–' ? 'dimmed' : undefined}
              >
                {figure}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
