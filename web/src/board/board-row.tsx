import { ActionIcon, Anchor, Checkbox, Text, Tooltip } from '@mantine/core';
import { IconBellRinging, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../ui/use-format';
import classes from './board-table.module.css';
import { DueCell } from './due-cell';
import type { BoardLine } from './queries';
import { useLaneName } from './use-lane-name';

interface BoardRowProps {
  readonly line: BoardLine;
  readonly isSelected: boolean;
  readonly onSelect: (applicationId: string, isSelected: boolean) => void;
  readonly onNudge: (line: BoardLine) => void;
  readonly isNudging: boolean;
}

interface DrawnRowProps extends BoardRowProps {
  readonly index: number;
  /** Pixels below the top of the body. */
  readonly top: number;
  readonly measure: (row: HTMLElement | null) => void;
}

/** A row where it stands. Scrolling draws the rows that come into sight; those that stay are left as they are. */
export const DrawnRow = memo(function DrawnRow({ index, top, measure, ...row }: DrawnRowProps) {
  return (
    <div
      ref={measure}
      role="row"
      data-index={index}
      aria-rowindex={index + 2}
      data-selected={row.isSelected || undefined}
      className={classes.row}
      style={{ transform: `translateY(${top}px)` }}
    >
      <BoardRow {...row} />
    </div>
  );
});

/** One application: who, where it stands, with whom, until when, and what is to be done next. */
function BoardRow({ line, isSelected, onSelect, onNudge, isNudging }: BoardRowProps) {
  const { t } = useTranslation('board');
  const laneName = useLaneName();
  const { applicationId, candidateName, jobTitle, column, currentRoundName, waitsFor, clock, abilities } = line;
  return (
    <>
      <div role="cell" className={classes.pick}>
        <Checkbox
          size="sm"
          tabIndex={-1}
          aria-label={t('select.row', { name: candidateName })}
          checked={isSelected}
          onChange={(event) => onSelect(applicationId, event.currentTarget.checked)}
        />
      </div>
      <div role="cell" className={classes.who}>
        <Text fw={600} size="sm" className={classes.clip}>
          <Link to={`/applications/${applicationId}`} className={classes.link}>
            {candidateName}
          </Link>
        </Text>
        <Text size="xs" c="dimmed" className={classes.clip}>
          {jobTitle}
        </Text>
      </div>
      <div role="cell" className={classes.stage}>
        <Text size="sm" className={classes.clip}>
          {laneName(column, currentRoundName)}
        </Text>
        {waitsFor !== null && (
          <Text size="xs" c="dimmed" className={classes.clip}>
            {t(`waits.${waitsFor}`)}
          </Text>
        )}
      </div>
      <div role="cell" className={classes.holder}>
        <Holder line={line} />
      </div>
      <div role="cell" className={classes.due}>
        <DueCell clock={clock} />
      </div>
      <div role="cell" className={classes.next}>
        <NextAction line={line} />
        {abilities.nudge && (
          <Tooltip label={t('nudge.hint', { name: clock?.holder?.name ?? '' })}>
            <ActionIcon
              className={classes.above}
              size="md"
              loading={isNudging}
              aria-label={t('nudge.of', { name: clock?.holder?.name ?? '', candidate: candidateName })}
              onClick={() => onNudge(line)}
            >
              <IconBellRinging size={17} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
    </>
  );
}

/** Who has to act: by name where it is one or two, else by what they are. */
function Holder({ line: { holder } }: { readonly line: BoardLine }) {
  const { t } = useTranslation('board');
  const format = useFormat();
  if (holder === null) return null;
  const names = holder.people.map(({ name }) => name);
  if (names.length === 0) {
    return (
      <Text size="sm" c="dimmed" className={classes.clip}>
        {holder.role === 'candidate' ? t('role.candidate') : t('holder.nobody', { role: t(`role.${holder.role}`) })}
      </Text>
    );
  }
  const [first = '', ...others] = names;
  const shown = names.length > 2 ? t('holder.more', { name: first, count: others.length }) : format.list(names);
  return (
    <>
      <Text size="sm" className={classes.clip} title={format.list(names)}>
        {shown}
      </Text>
      <Text size="xs" c="dimmed" className={classes.clip}>
        {t(`role.${holder.role}`)}
      </Text>
    </>
  );
}

export function NextAction({ line: { nextAction, candidateName } }: { readonly line: Pick<BoardLine, 'nextAction' | 'candidateName'> }) {
  const { t } = useTranslation('board');
  if (nextAction === null) return null;
  const { code, words, target, targetId } = nextAction;
  const said = t(`next.${code}`, { defaultValue: words });
  return (
    <Anchor
      component={Link}
      to={`/${target === 'debrief' ? 'debriefs' : 'applications'}/${targetId}`}
      size="sm"
      className={classes.nextLink}
      aria-label={`${said}: ${candidateName}`}
    >
      {said}
      <IconChevronRight size={14} aria-hidden className={classes.chevron} />
    </Anchor>
  );
}
