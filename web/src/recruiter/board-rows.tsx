import { Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BoardRow } from './board-row';
import classes from './board.module.css';
import type { ApplicationSummary } from './queries';

interface BoardRowsProps {
  readonly items: readonly ApplicationSummary[];
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly onMore: () => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Thousands of rows of which only those in sight are drawn; the next page is read before the end is reached. */
export function BoardRows({ items, hasMore, isLoadingMore, onMore }: BoardRowsProps) {
  const { t } = useTranslation('recruiter');
  const list = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);
  const isNarrow = useMediaQuery('(max-width: 62em)') ?? false;
  useEffect(() => setOffset(list.current?.offsetTop ?? 0), [items.length, isNarrow]);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => (isNarrow ? 128 : 65),
    overscan: 8,
    scrollMargin: offset,
    getItemKey: (index) => items[index]?.id ?? index,
  });
  const drawn = rows.getVirtualItems();
  const last = drawn.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoadingMore && last >= items.length - 20) onMore();
  }, [hasMore, isLoadingMore, last, items.length, onMore]);

  /** Arrow keys, j and k walk from row to row, Home and End to the ends. */
  const walk = (event: KeyboardEvent) => {
    const now = Number((event.target as HTMLElement).closest('li')?.dataset['index'] ?? -1);
    const step = STEPS[event.key];
    const next = step !== undefined ? now + step : event.key === 'Home' ? 0 : event.key === 'End' ? items.length - 1 : null;
    if (next === null || next < 0 || next >= items.length) return;
    event.preventDefault();
    rows.scrollToIndex(next, { align: 'auto' });
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(`li[data-index="${next}"] a`)?.focus());
  };
  return (
    <div className={classes.frame}>
      <div className={classes.head} aria-hidden>
        {(['candidate', 'stage', 'cards', 'debrief', 'changed'] as const).map((column) => (
          <Text key={column} size="xs" c="dimmed" fw={600}>
            {t(`board.column.${column}`)}
          </Text>
        ))}
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the links inside are what is walked */}
      <ul ref={list} className={classes.list} style={{ height: rows.getTotalSize() }} aria-label={t('board.title')} onKeyDown={walk}>
        {drawn.map(({ index, key, start }) => {
          const item = items[index];
          return item ? (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={hasMore ? -1 : items.length}
              aria-posinset={index + 1}
              className={classes.row}
              style={{ transform: `translateY(${start - offset}px)` }}
            >
              <BoardRow application={item} />
            </li>
          ) : null;
        })}
      </ul>
    </div>
  );
}
