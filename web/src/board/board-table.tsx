import { Checkbox, Text } from '@mantine/core';
import { useHotkeys, useMediaQuery } from '@mantine/hooks';
import { createColumnHelper, getCoreRowModel, useReactTable } from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type Dispatch, type KeyboardEvent, type SetStateAction, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DrawnRow } from './board-row';
import classes from './board-table.module.css';
import type { BoardLine } from './queries';
import { useNudge } from './use-nudge';

interface BoardTableProps {
  readonly lines: readonly BoardLine[];
  readonly total: number;
  readonly selection: Readonly<Record<string, boolean>>;
  readonly onSelect: Dispatch<SetStateAction<Readonly<Record<string, boolean>>>>;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
}

const column = createColumnHelper<BoardLine>();
const COLUMNS = (['candidateName', 'column', 'holder', 'clock', 'nextAction'] as const).map((id) => column.accessor(id, { id }));
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Thousands of rows of which only those in sight are drawn; the next page is read before the end is reached. */
export function BoardTable({ lines, total, selection, onSelect, hasMore, isLoadingMore, onMore }: BoardTableProps) {
  const { t } = useTranslation('board');
  const nudge = useNudge();
  const table = useReactTable({
    data: lines as BoardLine[],
    columns: COLUMNS,
    getCoreRowModel: getCoreRowModel(),
    getRowId: (line) => line.applicationId,
    state: { rowSelection: { ...selection } },
    onRowSelectionChange: (change) => onSelect((now) => (typeof change === 'function' ? change({ ...now }) : change)),
  });
  const rows = table.getRowModel().rows;
  const body = useRef<HTMLDivElement>(null);
  const virtual = useVirtualRows(rows.length, body, (index) => rows[index]?.id ?? String(index));
  const drawn = virtual.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && last >= lines.length - 30) onMore();
  }, [hasMore, isLoadingMore, last, lines.length, onMore]);
  const { mutate, isPending, variables } = nudge;
  const nudgeOf = useCallback((line: BoardLine) => line.abilities.nudge && !isPending && mutate(line.applicationId), [mutate, isPending]);
  const select = useCallback(
    (id: string, isSelected: boolean) =>
      onSelect((now) => (isSelected ? { ...now, [id]: true } : Object.fromEntries(Object.entries(now).filter(([one]) => one !== id)))),
    [onSelect],
  );
  const keys = useRowKeys({
    count: rows.length,
    body,
    scrollTo: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
    onSelect: (index) => rows[index]?.toggleSelected(),
    onNudge: (index) => lines[index] && nudgeOf(lines[index]),
    pathOf: (index) => `/applications/${lines[index]?.applicationId ?? ''}`,
  });
  return (
    // The links inside are what is walked.
    <div className={classes.frame} role="table" aria-label={t('title')} aria-rowcount={Math.max(total, lines.length) + 1} onKeyDown={keys}>
      <Head
        isAll={table.getIsAllRowsSelected()}
        isSome={table.getIsSomeRowsSelected()}
        onSelect={(isSelected) => table.toggleAllRowsSelected(isSelected)}
      />
      <div ref={body} role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, key, start }) => {
          const row = rows[index];
          return row ? (
            <DrawnRow
              key={key}
              measure={virtual.measureElement}
              index={index}
              top={start - virtual.options.scrollMargin}
              line={row.original}
              isSelected={selection[row.id] === true}
              onSelect={select}
              onNudge={nudgeOf}
              isNudging={isPending && variables === row.id}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

interface HeadProps {
  readonly isAll: boolean;
  readonly isSome: boolean;
  readonly onSelect: (isSelected: boolean) => void;
}

function Head({ isAll, isSome, onSelect }: HeadProps) {
  const { t } = useTranslation('board');
  return (
    <div role="rowgroup" className={classes.headGroup}>
      <div role="row" aria-rowindex={1} className={classes.head}>
        <div role="columnheader" className={classes.pick}>
          <Checkbox
            size="sm"
            aria-label={t('select.loaded')}
            label={<span className={classes.narrowOnly}>{t('select.loaded')}</span>}
            checked={isAll}
            indeterminate={isSome && !isAll}
            onChange={(event) => onSelect(event.currentTarget.checked)}
          />
        </div>
        {COLUMNS.map(({ id = '' }) => (
          <Text key={id} role="columnheader" component="div" size="xs" c="dimmed" fw={600} className={classes.headCell}>
            {t(`column.${id}`)}
          </Text>
        ))}
      </div>
    </div>
  );
}

function useVirtualRows(count: number, body: React.RefObject<HTMLDivElement | null>, keyOf: (index: number) => string) {
  const isNarrow = useMediaQuery('(max-width: 62em)') ?? false;
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top;
    if (top !== undefined) setOffset(Math.round(top + window.scrollY));
  }, [body, count, isNarrow]);
  return useWindowVirtualizer({
    count,
    estimateSize: () => (isNarrow ? 150 : 65),
    overscan: 10,
    // Drawn with the next frame, not in the middle of the event that scrolls.
    useFlushSync: false,
    scrollMargin: offset,
    // Clear of the header above on a phone, and of the bar below.
    scrollPaddingStart: 64,
    scrollPaddingEnd: 88,
    getItemKey: keyOf,
  });
}

interface RowKeys {
  readonly count: number;
  readonly body: React.RefObject<HTMLDivElement | null>;
  readonly scrollTo: (index: number) => void;
  readonly onSelect: (index: number) => void;
  readonly onNudge: (index: number) => void;
  readonly pathOf: (index: number) => string;
}

/** Arrow keys, j and k walk from row to row, Home and End to the ends; space selects, Enter opens, n nudges. */
function useRowKeys({ count, body, scrollTo, onSelect, onNudge, pathOf }: RowKeys) {
  const navigate = useNavigate();
  const wanted = useRef<number | null>(null);
  const current = useRef(-1);
  const focusWanted = () => {
    const link = wanted.current === null ? null : body.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    if (!link) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  };
  // A row that was not drawn yet takes the focus once it is.
  useEffect(focusWanted);
  const goTo = (index: number) => {
    if (count === 0) return;
    current.current = Math.min(Math.max(index, 0), count - 1);
    wanted.current = current.current;
    scrollTo(current.current);
    focusWanted();
  };
  // From anywhere else on the screen, j and k go back to where one was.
  useHotkeys([
    ['j', () => goTo(current.current + (current.current < 0 ? 1 : 0))],
    ['k', () => goTo(current.current)],
  ]);
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const at = event.target.closest<HTMLElement>('[data-index]')?.dataset['index'];
    if (at === undefined) return;
    const isLink = event.target.closest('a') !== null;
    // Keys that come faster than rows are drawn go on from the row that is still to take the focus.
    const [index, step] = [wanted.current ?? Number(at), STEPS[event.key]];
    current.current = index;
    if (step !== undefined) goTo(index + step);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(count - 1);
    else if (event.key === ' ' && isLink) onSelect(index);
    else if (event.key === 'n') onNudge(index);
    else if (event.key === 'o') void navigate(pathOf(index));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
