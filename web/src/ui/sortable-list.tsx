import { ActionIcon } from '@mantine/core';
import {
  type CollisionDetection,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  type Modifier,
  PointerSensor,
  type UniqueIdentifier,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { SortableContext, sortableKeyboardCoordinates, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { IconGripVertical } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './sortable-list.module.css';

interface SortableListProps {
  /** One for each entry, in order, all different. */
  readonly ids: readonly string[];
  readonly nameOf: (id: string) => string;
  readonly onMove: (from: number, to: number) => void;
  /** An entry with the handle it is moved by. */
  readonly children: (id: string, index: number, handle: ReactNode) => ReactNode;
  readonly label: string;
}

const upAndDown: Modifier = ({ transform }) => ({ ...transform, x: 0 });

/** Over the entry whose upper or lower edge is nearest to the lifted one's: entries that are open are much taller than the others. */
const closestEdge: CollisionDetection = ({ collisionRect, droppableRects, droppableContainers }) =>
  droppableContainers
    .flatMap(({ id }) => {
      const rect = droppableRects.get(id);
      if (!rect) return [];
      return [{ id, data: { value: Math.min(Math.abs(rect.top - collisionRect.top), Math.abs(rect.bottom - collisionRect.bottom)) } }];
    })
    .sort((a, b) => a.data.value - b.data.value);

/** A list that is put in order by its handles: with the pointer, or with space and the arrow keys, each step said aloud. */
export function SortableList({ ids, nameOf, onMove, children, label }: SortableListProps) {
  const { t } = useTranslation('sortable');
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: UniqueIdentifier | undefined) => ids.indexOf(String(id)) + 1;
  const say = (key: string, id: UniqueIdentifier, over?: UniqueIdentifier) =>
    t(key, { name: nameOf(String(id)), place: place(over ?? id), count: ids.length });
  const dropped = ({ active, over }: DragEndEvent) => {
    const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id))];
    if (from >= 0 && to >= 0 && from !== to) onMove(from, to);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestEdge}
      modifiers={[upAndDown]}
      onDragEnd={dropped}
      accessibility={{
        screenReaderInstructions: { draggable: t('how') },
        announcements: {
          onDragStart: ({ active }) => say('lifted', active.id),
          onDragOver: ({ active, over }) => (over ? say('over', active.id, over.id) : undefined),
          onDragEnd: ({ active, over }) => say('dropped', active.id, over?.id),
          onDragCancel: ({ active }) => say('cancelled', active.id),
        },
      }}
    >
      <SortableContext items={[...ids]} strategy={verticalListSortingStrategy}>
        <ol className={classes.list} aria-label={label}>
          {ids.map((id, index) => (
            <Entry key={id} id={id} name={nameOf(id)}>
              {(handle) => children(id, index, handle)}
            </Entry>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

function Entry({ id, name, children }: { readonly id: string; readonly name: string; readonly children: (handle: ReactNode) => ReactNode }) {
  const { t } = useTranslation('sortable');
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({ id });
  const style = transform ? { transform: `translateY(${Math.round(transform.y)}px)`, transition } : { transition };
  return (
    <li ref={setNodeRef} style={style} className={classes.entry} data-dragging={isDragging || undefined}>
      {children(
        <ActionIcon
          ref={setActivatorNodeRef}
          className={classes.handle}
          aria-label={t('move', { name })}
          aria-describedby={attributes['aria-describedby']}
          {...listeners}
        >
          <IconGripVertical size={16} aria-hidden />
        </ActionIcon>,
      )}
    </li>
  );
}

/** The list with one entry at another place. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), ...list.slice(from, from + 1), ...rest.slice(to)];
}
