import { Badge, Button, Collapse, Text, UnstyledButton } from '@mantine/core';
import { IconChevronRight, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraftFaults } from './draft-faults';
import classes from './item-list.module.css';
import { idsOf } from './list-edits';
import { SortableList } from './sortable-list';

export interface ListItem {
  readonly key: string;
  readonly name: string;
  readonly facts: readonly string[];
}

interface ItemListProps {
  readonly label: string;
  /** Where the list stands in the draft. */
  readonly pointer: string;
  readonly items: readonly ListItem[];
  readonly open: number | null;
  readonly onOpen: (index: number | null) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: (index: number) => void;
  readonly children: (index: number) => ReactNode;
}

/** Things in an order that says something, one of them open at a time; each says how much is wrong with it. */
export function ItemList({ label, pointer, items, open, onOpen, onMove, onRemove, children }: ItemListProps) {
  const ids = idsOf(items.map(({ key }) => key));
  const at = (id: string) => items[ids.indexOf(id)];
  const move = (from: number, to: number) => {
    if (open === from) onOpen(to);
    else if (open !== null) onOpen(open + Number(from > open && to <= open) - Number(from < open && to >= open));
    onMove(from, to);
  };
  if (items.length === 0) return null;
  return (
    <SortableList ids={ids} label={label} nameOf={(id) => at(id)?.name ?? id} onMove={move}>
      {(id, index, handle) => {
        const item = at(id);
        if (!item) return null;
        return (
          <Item
            item={item}
            handle={handle}
            pointer={`${pointer}/${index}`}
            isOpen={open === index}
            onToggle={() => onOpen(open === index ? null : index)}
            onRemove={() => onRemove(index)}
          >
            {children(index)}
          </Item>
        );
      }}
    </SortableList>
  );
}

interface ItemProps {
  readonly item: ListItem;
  readonly handle: ReactNode;
  readonly pointer: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

function Item({ item, handle, pointer, isOpen, onToggle, onRemove, children }: ItemProps) {
  const { t } = useTranslation('draft');
  const id = useId();
  const faults = useDraftFaults().count(pointer);
  return (
    <>
      <div className={classes.head}>
        {handle}
        <UnstyledButton
          className={classes.open}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
          data-pointer={isOpen ? undefined : pointer}
        >
          <IconChevronRight size={14} aria-hidden className={classes.chevron} data-opened={isOpen || undefined} />
          <span className={classes.name}>
            <Text span size="sm" fw={600}>
              {item.name}
            </Text>
            <Text span size="xs" c="dimmed" display="block">
              {item.facts.join(' · ')}
            </Text>
          </span>
          {faults > 0 && <Badge color="amber">{t('faults', { count: faults })}</Badge>}
        </UnstyledButton>
      </div>
      <Collapse expanded={isOpen} id={id}>
        {isOpen && (
          <div className={classes.body}>
            {children}
            <div className={classes.foot}>
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                leftSection={<IconTrash size={15} aria-hidden />}
                onClick={onRemove}
                aria-label={t('removeOf', { name: item.name })}
              >
                {t('remove')}
              </Button>
            </div>
          </div>
        )}
      </Collapse>
    </>
  );
}
